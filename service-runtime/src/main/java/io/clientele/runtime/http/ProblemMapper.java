package io.clientele.runtime.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error that leaves a service is a problem: no class names, no traces, no empty bodies. */
public class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return e.problem().response();
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    if (e.getCause() instanceof JacksonException json) {
      return invalidJson(json);
    }
    int status = e.getResponse().getStatus();
    String title =
        Response.Status.fromStatusCode(status) == null
            ? "Error"
            : Response.Status.fromStatusCode(status).getReasonPhrase();
    Response problem = Problem.of(status, "http-" + status, title, detailOf(status)).response();
    String allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allowed == null
        ? problem
        : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed).build();
  }

  @ServerExceptionMapper
  Response invalidJson(JacksonException e) {
    String place =
        e.getLocation() == null
            ? ""
            : " at line %d, column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return Problem.badRequest(
            "malformed-json",
            "Malformed JSON",
            "The body is not the JSON expected here" + place + ".")
        .response();
  }

  /**
   * For JSON that does not fit, such as a field that is there twice, Quarkus has a mapper that
   * leaves the body empty; only one of the very type goes before it.
   */
  @ServerExceptionMapper
  Response unfitJson(MismatchedInputException e) {
    return invalidJson(e);
  }

  @ServerExceptionMapper({InvalidStateStoreException.class, StreamsNotStartedException.class})
  Response storeMoving(RuntimeException e) {
    return Problem.unavailable("The state is being moved or rebuilt; try again.").response();
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException e) {
    if (saysThatStreamsDoNotRun(e)) {
      return Problem.unavailable("The service is starting or stopping; try again.").response();
    }
    LOG.error("request failed", e);
    return Problem.of(500, "internal", "Internal error", "The service failed; its log says why.")
        .response();
  }

  /**
   * Kafka Streams has no type of its own for this, only a plain exception that it throws itself.
   */
  private static boolean saysThatStreamsDoNotRun(RuntimeException e) {
    return e instanceof IllegalStateException
        && e.getStackTrace().length > 0
        && e.getStackTrace()[0].getClassName().equals(KafkaStreams.class.getName());
  }

  private static String detailOf(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this path.";
      case 405 -> "This path does not take this method.";
      case 406 -> "This path cannot answer in the media type asked for.";
      case 413 -> "The body is larger than this path takes.";
      case 415 -> "This path does not take this content type.";
      default -> "The request could not be served.";
    };
  }
}
