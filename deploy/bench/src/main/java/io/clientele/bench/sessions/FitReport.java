package io.clientele.bench.sessions;

import io.clientele.contract.RankerModel;
import java.util.Map;

/**
 * How the rankers were learned, from nothing but the training part.
 *
 * @param why it serves what it serves
 * @param data what it was learned from
 * @param quality of each ranker on the newest sessions, which none of them learned from
 */
public record FitReport(
    String serve,
    String why,
    RankerModel.Data data,
    Map<String, RankerModel.Quality> quality,
    double seconds) {}
