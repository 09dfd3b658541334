package io.clientele.local.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Topics;
import io.clientele.local.platform.Service;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** No engine runs here, so the compose file is held against what it starts. */
final class ComposeTest {

  private static final Path CHECKOUT = Path.of("..", "..");

  /** Keys that have no default, because they are secrets. */
  private static final Set<String> SECRETS =
      Set.of(
          "clientele.ingest.write-key",
          "clientele.ingest.operator-token",
          "quarkus.datasource.password");

  private static Map<String, Map<String, Object>> containers;

  @BeforeAll
  static void parse() throws IOException {
    try (Reader reader = Files.newBufferedReader(CHECKOUT.resolve("docker-compose.yml"))) {
      Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(reader);
      containers = compose.get("services");
    }
  }

  @Test
  void startsBrokerDatabaseAndEveryService() {
    Set<String> expected =
        Arrays.stream(Service.values()).map(Service::label).collect(Collectors.toSet());
    expected.addAll(Set.of("kafka", "postgres"));

    assertThat(containers.keySet()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void serviceIsBuiltFromItsModuleAndReachedWhereItListens(Service service) throws IOException {
    Properties configuration = configuration(service);
    int port = Integer.parseInt(configuration.getProperty("quarkus.http.port"));

    assertThat(port).isEqualTo(service.usualPort());
    assertThat(configuration.getProperty("quarkus.application.name")).isEqualTo(service.module());
    assertThat(map(map(container(service).get("build")).get("args")))
        .containsEntry("SERVICE", service.module());
    assertThat(container(service).get("ports"))
        .isEqualTo(List.of("127.0.0.1:" + port + ":" + port));
    assertThat(environment(service.label()))
        .containsEntry("CLIENTELE_ADVERTISED_ADDRESS", service.label() + ":" + port);
    assertThat(map(container(service).get("healthcheck")).get("test").toString())
        .contains("/dev/tcp/127.0.0.1/" + port, "GET /q/health/ready");
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void everyVariableIsAKeyThatTheServiceReads(Service service) throws IOException {
    Set<String> known = new TreeSet<>(SECRETS);
    known.addAll(configuration(service).stringPropertyNames());
    Set<String> set = new TreeSet<>(environment(service.label()).keySet());
    set.remove("JAVA_TOOL_OPTIONS"); // the JVM reads it

    assertThat(known.stream().map(ComposeTest::variable)).containsAll(set);
  }

  @Test
  void servicesUseTheBrokerAndTheDatabaseThatAreStarted() {
    String advertised = environment("kafka").get("KAFKA_ADVERTISED_LISTENERS").toString();
    for (Service service : Service.values()) {
      assertThat("PLAINTEXT://" + environment(service.label()).get("KAFKA_BOOTSTRAP_SERVERS"))
          .isEqualTo(advertised);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INGEST", "LIFECYCLE"})
  void serviceWithADatabaseHasOneOfItsOwn(Service service) throws IOException {
    String label = service.label();
    Object password = environment(label).get("QUARKUS_DATASOURCE_PASSWORD");

    assertThat(environment(label))
        .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://postgres:5432/" + label)
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", label);
    assertThat(environment("postgres"))
        .containsEntry(label.toUpperCase(Locale.ROOT) + "_PASSWORD", password);
    assertThat(Files.readString(CHECKOUT.resolve("deploy/docker/databases.sh")))
        .contains("provide " + label + " \"$" + label.toUpperCase(Locale.ROOT) + "_PASSWORD\"");
  }

  @Test
  void databasesAreMadeWhereTheImageLooksForScripts() {
    assertThat(containers.get("postgres").get("volumes").toString())
        .contains("./deploy/docker/databases.sh:/docker-entrypoint-initdb.d/databases.sh:ro");
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void baseCurrencyIsSetInOnePlace(Service service) {
    assertThat(environment(service.label()))
        .containsEntry("CLIENTELE_BASE_CURRENCY", "${CLIENTELE_BASE_CURRENCY:-USD}");
  }

  @Test
  void everyContainerHasAMemoryLimitFromWhichItsHeapIsAShare() {
    assertThat(containers.values())
        .allSatisfy(container -> assertThat(container).containsKey("mem_limit"));
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void onlyServicesWithKafkaStreamsKeepState(Service service) {
    Path topologies =
        CHECKOUT.resolve(
            service.module() + "/src/main/java/io/clientele/" + service.label() + "/streams");

    assertThat(container(service).get("volumes"))
        .isEqualTo(
            Files.isDirectory(topologies) ? List.of(service.label() + "-state:/state") : null);
  }

  @Test
  void parallelBuildsTakeTurnsWithTheRepository() throws IOException {
    assertThat(Files.readAllLines(CHECKOUT.resolve("deploy/docker/Dockerfile")))
        .filteredOn(line -> line.contains("type=cache"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("sharing=locked"));
  }

  @Test
  void secretsComeFromTheEnvironmentAndHaveNoDefault() {
    assertThat(environment("ingest").get("CLIENTELE_INGEST_WRITE_KEY").toString())
        .startsWith("${CLIENTELE_WRITE_KEY:?");
    assertThat(environment("ingest").get("CLIENTELE_INGEST_OPERATOR_TOKEN").toString())
        .startsWith("${CLIENTELE_OPERATOR_TOKEN:?");
    for (String container : List.of("postgres", "ingest", "lifecycle")) {
      assertThat(environment(container))
          .allSatisfy(
              (name, value) -> {
                if (name.endsWith("PASSWORD")) {
                  assertThat(value.toString()).startsWith("${CLIENTELE_").contains(":?");
                }
              });
    }
  }

  @Test
  void brokerIsOurVersionTakesOurRecordsAndLeavesTopicsToTheirOwners() {
    Map<String, Object> kafka = environment("kafka");

    assertThat(containers.get("kafka"))
        .containsEntry("image", "apache/kafka:" + AppInfoParser.getVersion());
    assertThat((Integer) kafka.get("KAFKA_MESSAGE_MAX_BYTES"))
        .isGreaterThan(Topics.MAX_RECORD_BYTES);
    assertThat(kafka)
        .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", 1)
        .containsEntry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", 1)
        .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", 1)
        .containsEntry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", 1);
  }

  private static Map<String, Object> container(Service service) {
    return containers.get(service.label());
  }

  private static Map<String, Object> environment(String container) {
    return map(containers.get(container).get("environment"));
  }

  private static Properties configuration(Service service) throws IOException {
    Properties properties = new Properties();
    for (String file :
        List.of(
            "service-runtime/src/main/resources/META-INF/microprofile-config.properties",
            service.module() + "/src/main/resources/application.properties")) {
      try (Reader reader = Files.newBufferedReader(CHECKOUT.resolve(file))) {
        properties.load(reader);
      }
    }
    return properties;
  }

  /** MicroProfile Config's name of a key as an environment variable. */
  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked") // what YAML calls a mapping is a map from strings
  private static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }
}
