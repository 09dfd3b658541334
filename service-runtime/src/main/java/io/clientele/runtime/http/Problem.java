package io.clientele.runtime.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * An error as RFC 9457 has it.
 *
 * @param type stable, {@code urn:clientele:problem:<code>}
 * @param title the same for every problem of the type
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do
 * @param errors the fields at fault, maybe none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, List<FieldError> errors) {

  /** The media type of every error. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One field at fault.
   *
   * @param pointer where, as a JSON pointer into what was sent
   * @param detail what is wrong with it, for people
   * @param reason a stable code for programs, or null
   */
  public record FieldError(String pointer, String detail, String reason) {

    /** A fault without a code. */
    public FieldError(String pointer, String detail) {
      this(pointer, detail, null);
    }
  }

  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /**
   * A problem without field errors.
   *
   * @param code kebab-case, the stable part of the type
   */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem("urn:clientele:problem:" + code, title, status, detail, List.of());
  }

  /** 400: the request itself is wrong. */
  public static Problem badRequest(String code, String title, String detail) {
    return of(400, code, title, detail);
  }

  /** 400: a parameter is not what it may be. */
  public static Problem invalidParameter(String detail) {
    return badRequest("invalid-parameter", "Invalid parameter", detail);
  }

  /** 404 for a customer that nobody has seen, or had not seen by the moment asked for. */
  public static Problem unknownCustomer() {
    return of(
        404,
        "unknown-customer",
        "Unknown customer",
        "No event of a customer with this id has arrived, or none before the moment asked for.");
  }

  /** 503 with a time to try again: nothing is wrong with the request. */
  public static Problem unavailable(String detail) {
    return of(503, "unavailable", "Temporarily unavailable", detail);
  }

  /** The same problem, with the fields at fault. */
  public Problem with(List<FieldError> faults) {
    return new Problem(type, title, status, detail, faults);
  }

  /** The HTTP answer; a 503 carries {@code Retry-After}. */
  public Response response() {
    Response.ResponseBuilder answer = Response.status(status).type(MEDIA_TYPE).entity(this);
    if (status == 503) {
      answer.header("Retry-After", "1");
    }
    return answer.build();
  }

  /** For code that cannot return a response. */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}
