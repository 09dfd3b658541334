package io.clientele.bench.sessions;

import io.clientele.bench.report.Checkout;
import io.clientele.bench.report.Machine;
import io.clientele.bench.sessions.SessionsReport.Settings;
import io.clientele.bench.sessions.SetReport.RowReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Evaluates what serves on two public data sets, each by the protocol of its publishers. */
public final class SessionsEvaluation {

  /** Serenade's queries are few. */
  private static final int ALL = 1;

  private final Path checkout;
  private final Path data;
  private final Settings settings;
  private final Optional<PlatformLender> platforms;
  private final Consumer<String> say;

  /**
   * @param data where the data sets lie
   * @param platforms for asking the running service too; none where it is not asked
   * @param say takes one line about each step
   */
  public SessionsEvaluation(
      Path checkout,
      Path data,
      Settings settings,
      Optional<PlatformLender> platforms,
      Consumer<String> say) {
    this.checkout = checkout;
    this.data = data;
    this.settings = settings;
    this.platforms = platforms;
    this.say = say;
  }

  /** All of it; a quarter of an hour on two cores. */
  public SessionsReport run() throws Exception {
    Machine machine = Machine.here();
    YooChoose yooChoose = new YooChoose(new DataFolder(data.resolve(YooChoose.FOLDER)));
    Serenade serenade = new Serenade(new DataFolder(data.resolve(Serenade.FOLDER)));
    boolean validation = settings.validation();
    return new SessionsReport(
        Instant.now().toString(),
        Checkout.commit(checkout),
        machine,
        settings,
        evaluated(validation ? yooChoose.validation() : yooChoose.test(), settings.every()),
        evaluated(validation ? serenade.validation() : serenade.test(), ALL));
  }

  private SetReport evaluated(Protocol protocol, int every) throws Exception {
    long begun = System.nanoTime();
    Subject subject = new ServingSubject();
    Evaluation evaluation = new Evaluation(protocol, subject, every, say);
    Optional<FitReport> fit = evaluation.train();
    Placings frozen = evaluation.frozen();
    Placings live = evaluation.live();
    List<Query> asked = evaluation.asked();
    Figures figures = new Figures(subject.rows(), asked, frozen, live);
    RowReport served = figures.served();
    return new SetReport(
        protocol.title(),
        protocol.train().size(),
        asked.stream().mapToInt(Query::session).distinct().count(),
        asked.size(),
        served.row(),
        served.frozen(),
        served.live(),
        figures.rankers(),
        figures.sources(),
        figures.differences(),
        protocol.published(),
        fit.orElse(null),
        platforms.isEmpty() ? null : overHttp(protocol, platforms.get()),
        (System.nanoTime() - begun) / 1e9);
  }

  private HttpReport overHttp(Protocol protocol, PlatformLender lender) throws Exception {
    return lender.lend(platform -> new HttpCheck(protocol, say).on(platform));
  }
}
