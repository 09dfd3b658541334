package io.clientele.ingest.store;

import io.clientele.ingest.Outage;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Says in the log once that the database begins to fail at something, and once that it is over. */
final class DatabaseOutage {

  private static final Logger LOG = Logger.getLogger(DatabaseOutage.class);

  private final Outage outage = new Outage(System::nanoTime);
  private final String what;

  /**
   * An outage that may come.
   *
   * @param what is done, in the passive, as in "sources changed"
   */
  DatabaseOutage(String what) {
    this.what = what;
  }

  /** Of a refusal only the code is told, since the database's words may repeat the data. */
  void failed(SQLException e) {
    if (outage.begins()) {
      String state = e.getSQLState();
      LOG.warnf(
          "no %s, answering 503: cause=%s",
          what, state != null && Columns.isRefusal(state) ? "SQLSTATE " + state : e.toString());
    }
  }

  void worked() {
    if (outage.ends()) {
      LOG.infof("%s again", what);
    }
  }
}
