package io.clientele.lifecycle.rest;

import io.clientele.contract.LifecycleAlert;
import io.clientele.lifecycle.Alerts;
import io.clientele.lifecycle.StoredAlert;
import io.clientele.runtime.http.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists alerts, as many as there are, a page at a time. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

  private static final int MOST = 500;

  private final Alerts alerts;

  AlertResource(Alerts alerts) {
    this.alerts = alerts;
  }

  /** The alerts of one status, open ones unless asked for others. */
  @GET
  @Operation(
      summary = "List alerts, the newest first",
      description =
          "`status` (OPEN or WITHDRAWN), `kind` and `severity` (LOW, MEDIUM or HIGH) narrow them;"
              + " `limit` (50, at most 500) and `cursor` page them.")
  public AlertPage list(
      @QueryParam("status") @DefaultValue("OPEN") String status,
      @QueryParam("kind") String kind,
      @QueryParam("severity") String severity,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("cursor") String cursor) {
    Alerts.Query query =
        new Alerts.Query(
            oneOf(StoredAlert.Status.class, status, "status"),
            kind,
            severity == null ? null : oneOf(LifecycleAlert.Severity.class, severity, "severity"),
            cursor == null ? Long.MAX_VALUE : number(cursor, "cursor", Long.MAX_VALUE));
    int wanted = (int) number(limit, "limit", MOST);
    // Read first: what is raised between the two is then listed and streamed, never neither.
    long position = alerts.position();
    List<StoredAlert> found = alerts.list(query, wanted + 1);
    List<StoredAlert> page = found.size() > wanted ? found.subList(0, wanted) : found;
    String next =
        found.size() > wanted ? Long.toString(page.get(page.size() - 1).sequence()) : null;
    return new AlertPage(page.stream().map(AlertAnswer::of).toList(), next, position);
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String value, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw invalid(name, "must be one of " + List.of(type.getEnumConstants()));
  }

  private static long number(String value, String name, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalid(name, "must be a whole number");
    }
    throw invalid(name, "must be from 1 to " + most);
  }

  private static RuntimeException invalid(String name, String rule) {
    return Problem.invalidParameter("'%s' %s.".formatted(name, rule)).exception();
  }
}
