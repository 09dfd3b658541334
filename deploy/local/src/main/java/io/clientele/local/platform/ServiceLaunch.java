package io.clientele.local.platform;

import io.clientele.local.process.Launch;
import io.clientele.local.process.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the packaged services are started. */
final class ServiceLaunch {

  private final Path checkout;
  private final Home home;
  private final Backing backing;
  private final Credentials credentials;

  ServiceLaunch(Path checkout, Home home, Backing backing, Credentials credentials) {
    this.checkout = checkout;
    this.home = home;
    this.backing = backing;
    this.credentials = credentials;
  }

  /**
   * One instance, which counts from 1.
   *
   * @param tuning how its process is to be run
   * @throws IllegalStateException if the service is not built
   */
  Launch of(Service service, int instance, int port, Tuning tuning) {
    Path program = checkout.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(program)) {
      throw new IllegalStateException("not built: " + program + "; run mvn -DskipTests install");
    }
    String name = service.instance(instance);
    Map<String, String> environment = environment(service, name, port);
    environment.putAll(tuning.environment());
    return new Launch(name, command(tuning, program), environment, port, home.log(name));
  }

  private static List<String> command(Tuning tuning, Path program) {
    List<String> command = new ArrayList<>();
    command.add(Programs.java());
    command.addAll(tuning.jvmOptions());
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-jar", program.toString()));
    return command;
  }

  private Map<String, String> environment(Service service, String name, int port) {
    Map<String, String> environment = new LinkedHashMap<>();
    // glibc keeps an arena for each thread; RocksDB's threads make that cost 100 MB a service.
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", backing.kafka());
    environment.put("CLIENTELE_ADVERTISED_ADDRESS", "127.0.0.1:" + port);
    environment.put("CLIENTELE_STATE_DIR", home.state(name).toString());
    if (service == Service.INGEST) {
      environment.put("CLIENTELE_INGEST_WRITE_KEY", credentials.writeKey());
      environment.put("CLIENTELE_INGEST_OPERATOR_TOKEN", credentials.operatorToken());
      putDatabase(environment, backing.ingest());
    }
    if (service == Service.LIFECYCLE) {
      putDatabase(environment, backing.lifecycle());
    }
    return environment;
  }

  private static void putDatabase(Map<String, String> environment, Database database) {
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
  }
}
