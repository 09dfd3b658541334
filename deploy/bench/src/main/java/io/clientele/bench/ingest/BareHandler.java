package io.clientele.bench.ingest;

import io.clientele.bench.http.HttpRound;
import io.clientele.bench.http.Load;
import io.clientele.bench.http.Requests;
import io.clientele.local.platform.Home;
import io.clientele.local.platform.Platform;
import io.clientele.local.process.Child;
import io.clientele.local.process.Launch;
import io.clientele.local.process.Ports;
import io.clientele.local.process.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bare Quarkus handler as a process of its own, run with the same JVM options as ingest. */
final class BareHandler {

  private static final String NAME = "bare-handler";
  private static final String PROGRAM =
      "deploy/bench/bare-handler/target/quarkus-app/quarkus-run.jar";

  private final Child process;

  private BareHandler(Child process) {
    this.process = process;
  }

  static BareHandler started(Platform platform, Home home, Path checkout, List<String> jvmOptions)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Programs.java());
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", checkout.resolve(PROGRAM).toString()));
    int port = Ports.freeNear(0);
    Child process =
        platform.start(
            new Launch(
                NAME,
                command,
                Map.of("QUARKUS_HTTP_PORT", Integer.toString(port)),
                port,
                home.log(NAME)));
    new FirstCall(process, "").awaitTaken();
    return new BareHandler(process);
  }

  HttpRound round(Requests requests, int connections, Duration length) throws IOException {
    return new Load(process.port(), connections).run(requests, length);
  }
}
