package io.clientele.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.contract.Topics;
import io.clientele.runtime.streams.Streams;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemMapperTest {

  private final ProblemMapper mapper = new ProblemMapper();

  @Test
  void streamsThatHaveStoppedAreUnavailable(@TempDir Path state) {
    KafkaStreams stopped = neverStarted(state);
    stopped.close();

    RuntimeException said =
        catchThrowableOfType(
            RuntimeException.class,
            () -> stopped.queryMetadataForKey("store", "ada", new StringSerializer()));

    assertThat(mapper.unexpected(said).getStatus()).isEqualTo(503);
  }

  @Test
  void otherBrokenStatesAreFaultsOfTheService() {
    assertThat(mapper.unexpected(new IllegalStateException("a bug")).getStatus()).isEqualTo(500);
  }

  @Test
  void wrongMethodIsToldTheRightOnes() {
    Response why = Response.status(405).header("Allow", "GET, DELETE").build();

    assertThat(mapper.refused(new NotAllowedException(why)).getHeaderString("Allow"))
        .isEqualTo("GET, DELETE");
  }

  private static KafkaStreams neverStarted(Path state) {
    Topology topology = new Topology();
    Streams.addSource(topology, "read", Topics.CUSTOMER_MERGES);
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    return new KafkaStreams(topology, settings);
  }
}
