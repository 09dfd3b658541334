package io.clientele.recommendation.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import io.clientele.contract.RankerModel.Tree;
import io.clientele.recommendation.fit.TreeFit;
import io.clientele.recommendation.rank.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/** Queries in LightGBM's own memory: a matrix would not fit into a small service's heap. */
final class LightGbmLesson implements TreeFit.Lesson {

  /** models.md, "A live recipe"; seeded and in fixed order, so that it can be done again. */
  private static final String PARAMETERS =
      "objective=lambdarank num_leaves=31 learning_rate=0.08 min_data_in_leaf=50"
          + " feature_fraction=0.7 bagging_fraction=0.8 bagging_freq=1 lambda_l2=5 max_bin=127"
          + " lambdarank_truncation_level=20 num_threads=2 deterministic=true force_row_wise=true"
          + " seed=17 verbosity=-1";

  private static final int TREES = 200;

  /** The text of 200 trees of 31 leaves takes some 600 kB. */
  private static final long MOST_TEXT_BYTES = 10 << 20;

  private final int columns;
  private final int mostRows;
  private final SWIGTYPE_p_float values;
  private final SWIGTYPE_p_float labels;
  private final List<Integer> groups = new ArrayList<>();
  private int rows;

  LightGbmLesson(int columns, int mostRows) {
    this.columns = columns;
    this.mostRows = mostRows;
    this.values = lightgbmlib.new_floatArray((long) columns * mostRows);
    this.labels = lightgbmlib.new_floatArray(mostRows);
  }

  @Override
  public boolean hasRoomFor(int more) {
    return rows + more <= mostRows;
  }

  @Override
  public void add(FeatureMatrix candidates, int target) {
    if (!hasRoomFor(candidates.rows()) || candidates.columns() != columns) {
      throw new IllegalArgumentException("no room for " + candidates.rows() + " candidates");
    }
    for (int row = 0; row < candidates.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        long at = (long) rows * columns + column;
        lightgbmlib.floatArray_setitem(values, at, candidates.get(row, column));
      }
      lightgbmlib.floatArray_setitem(labels, rows, row == target ? 1 : 0);
      rows++;
    }
    groups.add(candidates.rows());
  }

  @Override
  public List<Tree> fit() {
    return TreeText.parse(text());
  }

  /** The model as LightGBM writes it down. */
  String text() {
    SWIGTYPE_p_p_void handle = lightgbmlib.new_voidpp();
    try {
      check(
          lightgbmlib.LGBM_DatasetCreateFromMat(
              lightgbmlib.float_to_voidp_ptr(values),
              lightgbmlibConstants.C_API_DTYPE_FLOAT32,
              rows,
              columns,
              1,
              PARAMETERS,
              null,
              handle));
      SWIGTYPE_p_void data = lightgbmlib.voidpp_value(handle);
      try {
        label(data);
        return boosted(data);
      } finally {
        check(lightgbmlib.LGBM_DatasetFree(data));
      }
    } finally {
      lightgbmlib.delete_voidpp(handle);
    }
  }

  private void label(SWIGTYPE_p_void data) {
    check(
        lightgbmlib.LGBM_DatasetSetField(
            data,
            "label",
            lightgbmlib.float_to_voidp_ptr(labels),
            rows,
            lightgbmlibConstants.C_API_DTYPE_FLOAT32));
    SWIGTYPE_p_int sizes = lightgbmlib.new_intArray(groups.size());
    try {
      for (int group = 0; group < groups.size(); group++) {
        lightgbmlib.intArray_setitem(sizes, group, groups.get(group));
      }
      check(
          lightgbmlib.LGBM_DatasetSetField(
              data,
              "group",
              lightgbmlib.int_to_voidp_ptr(sizes),
              groups.size(),
              lightgbmlibConstants.C_API_DTYPE_INT32));
    } finally {
      lightgbmlib.delete_intArray(sizes);
    }
  }

  /** The model of this data, as text. */
  private static String boosted(SWIGTYPE_p_void data) {
    SWIGTYPE_p_p_void handle = lightgbmlib.new_voidpp();
    SWIGTYPE_p_int isFinished = lightgbmlib.new_intp();
    SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
    try {
      check(lightgbmlib.LGBM_BoosterCreate(data, PARAMETERS, handle));
      SWIGTYPE_p_void booster = lightgbmlib.voidpp_value(handle);
      try {
        for (int tree = 0; tree < TREES; tree++) {
          check(lightgbmlib.LGBM_BoosterUpdateOneIter(booster, isFinished));
        }
        return lightgbmlib.LGBM_BoosterSaveModelToStringSWIG(
            booster, 0, TREES, 0, MOST_TEXT_BYTES, length);
      } finally {
        check(lightgbmlib.LGBM_BoosterFree(booster));
      }
    } finally {
      lightgbmlib.delete_int64_tp(length);
      lightgbmlib.delete_intp(isFinished);
      lightgbmlib.delete_voidpp(handle);
    }
  }

  private static void check(int result) {
    if (result != 0) {
      throw new IllegalStateException("LightGBM: " + lightgbmlib.LGBM_GetLastError());
    }
  }

  @Override
  public void close() {
    lightgbmlib.delete_floatArray(values);
    lightgbmlib.delete_floatArray(labels);
  }
}
