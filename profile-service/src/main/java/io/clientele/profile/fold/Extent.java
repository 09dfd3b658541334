package io.clientele.profile.fold;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.Money;
import io.clientele.contract.Payload;
import io.clientele.contract.Product;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How large a value is. JSON takes numbers and nesting that it cannot give back: {@code 1e9999} is
 * six characters to read and ten thousand to write without an exponent, and a parser that is safe
 * refuses them. State that cannot be read again would stop a partition for good.
 */
public final class Extent {

  /** Far beyond any amount, and far enough from the 1,000 digits that Jackson reads. */
  private static final int MOST_DIGITS = 100;

  /** Jackson stops at 1,000; our own records nest a value by less than ten. */
  private static final int MOST_DEPTH = 100;

  private Extent() {}

  /** Whether everything that the shop can choose in an event can be written and read again. */
  public static boolean isBounded(CustomerEvent event) {
    return Stream.concat(Stream.of(event.personal()), values(event.payload()))
        .allMatch(value -> isBounded(value, 0));
  }

  /** How many bytes a value takes in JSON, at most. */
  public static long of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
              .mapToLong(entry -> of(entry.getKey()) + of(entry.getValue()) + 2)
              .sum()
          + 2;
    } else if (value instanceof Collection<?> values) {
      return values.stream().mapToLong(each -> of(each) + 1).sum() + 2;
    } else if (value instanceof BigDecimal decimal) {
      return decimal.precision() + Math.abs((long) decimal.scale()) + 3; // written in full
    }
    return 2 + String.valueOf(value).chars().mapToLong(Extent::ofCharacter).sum();
  }

  private static long ofCharacter(int character) {
    if (character < ' ') {
      return 6; // a control character is escaped by its number
    } else if (character == '"' || character == '\\') {
      return 2;
    }
    return character < 0x80 ? 1 : 3;
  }

  private static boolean isBounded(Object value, int depth) {
    if (value instanceof BigDecimal decimal) {
      return decimal.precision() <= MOST_DIGITS && Math.abs((long) decimal.scale()) <= MOST_DIGITS;
    } else if (value instanceof BigInteger integer) {
      return integer.bitLength() <= 3 * MOST_DIGITS;
    } else if (value instanceof Money money) {
      return isBounded(money.amount(), depth);
    } else if (value instanceof Product product) {
      return isBounded(product.price(), depth) && isBounded(product.quantity(), depth);
    } else if (value instanceof Map<?, ?> map) {
      return isBounded(map.values(), depth);
    } else if (value instanceof Collection<?> values) {
      return depth < MOST_DEPTH && values.stream().allMatch(each -> isBounded(each, depth + 1));
    }
    return true;
  }

  private static Stream<Object> values(Payload payload) {
    if (payload instanceof Payload.ProductViewed viewed) {
      return Stream.of(viewed.product());
    } else if (payload instanceof Payload.ProductListViewed list) {
      return Stream.of(list.products());
    } else if (payload instanceof Payload.CartChanged cart) {
      return Stream.of(cart.products());
    } else if (payload instanceof Payload.CheckoutStarted checkout) {
      return Stream.of(checkout.products());
    } else if (payload instanceof Payload.OrderCompleted order) {
      return Stream.of(order.revenue(), order.charged(), order.discount(), order.products())
          .filter(Objects::nonNull);
    } else if (payload instanceof Payload.OrderRefunded refund) {
      return Stream.of(refund.amount(), refund.charged(), refund.products())
          .filter(Objects::nonNull);
    } else if (payload instanceof Payload.Reviewed review) {
      return Stream.ofNullable(review.rating());
    } else if (payload instanceof Payload.TraitsChanged changed) {
      return Stream.of(changed.traits());
    } else if (payload instanceof Payload.Custom custom) {
      return Stream.of(custom.properties());
    }
    return Stream.empty();
  }
}
