package io.clientele.profile.person;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Payload;
import io.clientele.profile.fold.Deed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary things that a shop says of a customer, often under the same names. */
final class Sayings {

  private Sayings() {}

  static Arbitrary<List<CustomerEvent>> histories() {
    Arbitrary<Object> values =
        Arbitraries.of(
            "gold",
            7,
            true,
            new BigDecimal("1.50"),
            "x".repeat(150),
            "x".repeat(500),
            List.of("a", Map.of("b", 2)),
            new ArrayList<>(Collections.singletonList(null)),
            Collections.singletonMap("c", null));
    Arbitrary<Map<String, Object>> few =
        Combinators.combine(Arbitraries.of("plan", "age", "city"), values.injectNull(0.2))
            .as(Collections::singletonMap);
    return Arbitraries.frequencyOf(
            Tuple.of(29, said(few, few).list().ofMaxSize(15)),
            Tuple.of(
                1,
                said(few, Arbitraries.integers().between(0, 2).map(Sayings::block))
                    .list()
                    .ofSize(4)))
        .map(Deed::events);
  }

  private static Arbitrary<Deed> said(
      Arbitrary<Map<String, Object>> personal, Arbitrary<Map<String, Object>> open) {
    return Combinators.combine(Arbitraries.integers().between(0, 60), personal, open)
        .as(
            (minute, identifiers, traits) ->
                Deed.of(minute, new Payload.TraitsChanged(traits)).personal(identifiers));
  }

  /** 250 of 750 names, so that a customer easily gets more than may be kept. */
  private static Map<String, Object> block(int block) {
    Map<String, Object> traits = new HashMap<>();
    IntStream.range(250 * block, 250 * (block + 1)).forEach(i -> traits.put("name-" + i, i));
    return traits;
  }
}
