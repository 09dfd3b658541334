package io.clientele.bench.sessions;

import java.io.IOException;
import java.util.List;

/** Whoever can be asked for what is served. */
interface Lists {

  /** The first 20. */
  List<Listed> of(Query query, boolean excludeCurrent) throws IOException, InterruptedException;
}
