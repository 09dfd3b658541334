package io.clientele.recommendation.serve;

import io.clientele.contract.RecommendationExposure;
import io.clientele.contract.RecommendationExposure.Item;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Tells of every list that was made for a customer. */
public final class Exposures {

  private final Consumer<RecommendationExposure> log;
  private final String salt;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /**
   * For whom a list was made, and where it is shown.
   *
   * @param customerId the canonical id; null or blank where nobody is named
   * @param sessionId may be null
   * @param placement may be null
   */
  public record Place(String customerId, String sessionId, String placement) {}

  /**
   * Exposures.
   *
   * @param log takes them, and makes nobody wait
   * @param salt another one deals customers out anew
   * @param ids never the same twice
   */
  public Exposures(
      Consumer<RecommendationExposure> log,
      String salt,
      InstantSource clock,
      Supplier<String> ids) {
    this.log = log;
    this.salt = salt;
    this.clock = clock;
    this.ids = ids;
  }

  /** Takes note of a list, unless nobody is named. */
  public void note(Place place, Suggestions shown) {
    String customer = place.customerId;
    if (customer == null || customer.isBlank()) {
      return;
    }
    List<Suggestion> list = shown.items();
    List<Item> items =
        IntStream.range(0, list.size())
            .mapToObj(i -> new Item(list.get(i).id(), i + 1, list.get(i).reason().kind().word()))
            .toList();
    log.accept(
        new RecommendationExposure(
            ids.get(),
            customer,
            clock.instant(),
            place.sessionId,
            place.placement,
            shown.model(),
            Bucket.of(salt, customer),
            items));
  }
}
