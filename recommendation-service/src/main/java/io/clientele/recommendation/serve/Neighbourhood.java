package io.clientele.recommendation.serve;

import io.clientele.recommendation.memory.ItemFacts;
import io.clientele.recommendation.memory.ShopView;
import io.clientele.recommendation.source.Association;
import io.clientele.recommendation.source.Associations;
import io.clientele.recommendation.source.Rows;
import io.clientele.recommendation.source.SimilarItems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What goes with one item, whoever asks. */
final class Neighbourhood {

  private static final Comparator<Related> MOST_RELATED =
      Comparator.comparingDouble(Related::score).reversed().thenComparing(Related::id);

  private final ShopView shop;
  private final SimilarItems similarItems;
  private final Associations associations;
  private final Rules rules;

  Neighbourhood(ShopView shop, Rows rows, Associations associations, Rules rules) {
    this.shop = shop;
    this.similarItems = new SimilarItems(shop, rows);
    this.associations = associations;
    this.rules = rules;
  }

  /** What sessions have with it or the catalogue says is like it; empty for an unknown item. */
  Optional<List<Related>> similar(String id, int limit) {
    int item = shop.find(id);
    ItemFacts facts = shop.facts(id);
    if (item == ShopView.UNKNOWN && facts == null) {
      return Optional.empty();
    }
    List<Related> related = new ArrayList<>();
    for (SimilarItems.Similar similar : similarItems.of(item, facts)) {
      String other = shop.text(similar.item());
      if (other != null && similar.item() != item) {
        related.add(new Related(other, similar.score(), similar.sessions()));
      }
    }
    related.sort(MOST_RELATED);
    return Optional.of(shown(related, Related::id, limit));
  }

  /** What orders have with it, the surest first; empty for an unknown item. */
  Optional<List<Together>> boughtTogether(String id, int limit) {
    int item = shop.find(id);
    if (item == ShopView.UNKNOWN && shop.facts(id) == null) {
      return Optional.empty();
    }
    record Sure(Together together, double strength) {}

    List<Sure> found = new ArrayList<>();
    for (Association association : associations.of(item, Associations.MOST_NEIGHBOURS)) {
      String other = shop.text(association.item());
      if (other != null) {
        found.add(new Sure(together(other, association), association.strength()));
      }
    }
    found.sort(
        Comparator.comparingDouble(Sure::strength)
            .reversed()
            .thenComparing(sure -> sure.together.id()));
    return Optional.of(shown(found.stream().map(Sure::together).toList(), Together::id, limit));
  }

  private static Together together(String id, Association association) {
    return new Together(
        id,
        association.count(),
        association.support(),
        association.confidence(),
        association.lift(),
        association.likelihoodRatio());
  }

  private <T> List<T> shown(List<T> found, Function<T, String> id, int limit) {
    return found.stream()
        .filter(one -> rules.allow(shop.find(id.apply(one)), id.apply(one), Rules.Request.NOBODYS))
        .limit(limit)
        .toList();
  }
}
