package io.clientele.bench.recommend;

import java.util.Locale;

/** What may order the candidates, as requests and answers name it. */
enum Ranker {
  BLEND,
  LINEAR,
  TREES;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it made an answer of this model, such as {@code ranker@7/linear}. */
  boolean made(String model) {
    return model.matches(".*\\b" + label() + "\\b.*");
  }
}
