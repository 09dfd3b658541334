package io.clientele.recommendation.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlib;
import io.clientele.recommendation.fit.TreeFit;
import java.io.IOException;
import java.util.Optional;

/**
 * Learns trees with LightGBM (lambdarank, models.md). Its native library needs {@code libgomp};
 * where that is missing it says so and learns nothing.
 */
public final class LightGbm implements TreeFit {

  private final Optional<String> unavailable = probe();

  @Override
  public Optional<String> unavailable() {
    return unavailable;
  }

  @Override
  public Lesson start(int columns, int mostRows) {
    unavailable.ifPresent(
        why -> {
          throw new IllegalStateException(why);
        });
    return new LightGbmLesson(columns, mostRows);
  }

  /** Loading the library does not fail where it cannot be linked; calling it does. */
  private static Optional<String> probe() {
    try {
      NativeLibrary.load();
      lightgbmlib.delete_floatArray(lightgbmlib.new_floatArray(1));
      lightgbmlib.LGBM_GetLastError();
      return Optional.empty();
    } catch (LinkageError | IOException e) {
      return Optional.of(
          "LightGBM's library cannot be loaded; it needs glibc and libgomp.so.1: "
              + e.getMessage());
    }
  }
}
