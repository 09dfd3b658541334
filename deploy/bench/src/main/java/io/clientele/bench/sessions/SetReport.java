package io.clientele.bench.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What came out for one data set.
 *
 * @param sessions whose queries were asked
 * @param row the one that is served; its figures stand beside it
 * @param frozen the index is the training part
 * @param live finished sessions enter the index
 * @param rankers all rows that may be served
 * @param sources a row of each single source
 * @param differences paired: of the row that is served and others, of its live and static
 * @param fit how the rankers were learned; null where there was too little to learn from
 * @param http null where the running service was not asked
 */
public record SetReport(
    String title,
    int trainSessions,
    long sessions,
    int queries,
    String row,
    @JsonProperty("static") Quality frozen,
    Quality live,
    List<RowReport> rankers,
    List<RowReport> sources,
    List<Difference> differences,
    List<Published> published,
    @JsonInclude(JsonInclude.Include.NON_NULL) FitReport fit,
    @JsonInclude(JsonInclude.Include.NON_NULL) HttpReport http,
    double seconds) {

  /** One row. */
  public record RowReport(String row, @JsonProperty("static") Quality frozen, Quality live) {}

  /** How much better one is than the other, by the same queries. */
  public record Difference(String what, Quality by) {}
}
