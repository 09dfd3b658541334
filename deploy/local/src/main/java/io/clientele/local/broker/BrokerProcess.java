package io.clientele.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The main class of the broker's own JVM: formats an empty log directory, then runs Kafka. */
final class BrokerProcess {

  private BrokerProcess() {}

  /** Takes the path of the broker's properties file. */
  public static void main(String[] arguments) throws IOException {
    Path settings = Path.of(arguments[0]);
    if (!isFormatted(settings)) {
      int outcome =
          StorageTool.execute(
              new String[] {
                "format",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                settings.toString()
              },
              System.out);
      if (outcome != 0) {
        System.exit(outcome);
      }
    }
    Kafka.main(new String[] {settings.toString()});
  }

  private static boolean isFormatted(Path settings) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(settings)) {
      properties.load(reader);
    }
    return Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"));
  }
}
