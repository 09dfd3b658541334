package io.clientele.bench.events;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What a made-up shop's customers do: product views above all, then carts, orders and pages, as
 * Segment's browser library sends them, some 600 bytes each. The same seed makes the same events.
 */
public final class ShopEvents {

  private static final int DEVICES = 50_000;
  private static final int PRODUCTS = 5_000;
  private static final int MOST_LINES = 4;

  /** Kinds are drawn below 100; those from here on are pages. */
  private static final int PAGES_FROM = 94;

  /** Every third device belongs to somebody who is logged in. */
  private static final int KNOWN = 3;

  private static final List<String> CATEGORIES =
      List.of("Kitchen", "Garden", "Toys", "Lighting", "Stationery", "Textiles", "Candles");
  private static final List<String> BRANDS =
      List.of("Northwind", "Contoso", "Fabrikam", "Tailspin");
  private static final List<String> USER_AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Safari/537.36",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
              + " Version/17.5 Safari/605.1.15",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
              + " Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
          "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
          "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Mobile Safari/537.36");
  private static final List<String> LOCALES = List.of("en-GB", "en-US", "de-DE", "fr-FR");

  private final SplittableRandom random;

  public ShopEvents(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The next event, with number 0 and no time until it is renewed. */
  public ShopEvent next() {
    return ofKind(random.nextInt(100));
  }

  /** The next event that goes to {@code /v1/track}, which takes no pages. */
  public ShopEvent nextTracked() {
    return ofKind(random.nextInt(PAGES_FROM));
  }

  private ShopEvent ofKind(int kind) {
    Rendering rendering = new Rendering();
    if (kind < 78) {
      product(rendering.start("track").event("Product Viewed"));
    } else if (kind < 90) {
      product(rendering.start("track").event("Product Added"));
    } else if (kind < PAGES_FROM) {
      order(rendering.start("track").event("Order Completed"));
    } else {
      rendering
          .start("page")
          .text("\"name\":\"Category\",\"properties\":{\"title\":\"")
          .text(pick(CATEGORIES))
          .text("\"},");
    }
    shopper(rendering);
    return rendering.end();
  }

  private void product(Rendering rendering) {
    rendering.text("\"properties\":{");
    line(rendering);
    rendering.text(",\"currency\":\"USD\"},");
  }

  private void order(Rendering rendering) {
    rendering.text("\"properties\":{\"order_id\":\"o-").number();
    rendering.text("\",\"currency\":\"USD\",\"revenue\":").text(price()).text(",\"products\":[");
    int lines = 1 + random.nextInt(MOST_LINES);
    for (int line = 0; line < lines; line++) {
      rendering.text(line == 0 ? "{" : ",{");
      line(rendering);
      rendering.text("}");
    }
    rendering.text("]},");
  }

  private void line(Rendering rendering) {
    // The smaller of two: some products sell better than others.
    int product = Math.min(random.nextInt(PRODUCTS), random.nextInt(PRODUCTS));
    rendering
        .text("\"product_id\":\"p%05d\",\"sku\":\"SKU-%05d\"".formatted(product, product))
        .text(",\"name\":\"Product number %d\"".formatted(product))
        .text(",\"category\":\"" + CATEGORIES.get(product % CATEGORIES.size()) + "\"")
        .text(",\"brand\":\"" + BRANDS.get(product % BRANDS.size()) + "\"")
        .text(",\"price\":" + price() + ",\"quantity\":" + (1 + random.nextInt(3)));
  }

  private void shopper(Rendering rendering) {
    int device = random.nextInt(DEVICES);
    rendering.text("\"anonymousId\":\"%08x-8d5e-4b1c-9a3f-%012x\",".formatted(device, device));
    if (device % KNOWN == 0) {
      rendering.text("\"userId\":\"user-%d\",".formatted(device));
    }
    rendering
        .text(
            "\"context\":{\"library\":{\"name\":\"analytics.js\",\"version\":\"npm:next-1.70.0\"}")
        .text(",\"locale\":\"" + pick(LOCALES) + "\"")
        .text(",\"ip\":\"192.0.2." + random.nextInt(256) + "\"")
        .text(",\"page\":{\"path\":\"/products\",\"title\":\"Products\"")
        .text(",\"url\":\"https://shop.example/products?from=newsletter\"}")
        .text(",\"userAgent\":\"" + pick(USER_AGENTS) + "\"},");
  }

  private String price() {
    return String.format(Locale.ROOT, "%d.%02d", 1 + random.nextInt(200), random.nextInt(100));
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** A call that is being written; all of it is ASCII, so that a character is a byte. */
  private static final class Rendering {

    private final StringBuilder json = new StringBuilder(1_024);
    private int[] numbers = {};

    Rendering start(String type) {
      return text("{\"type\":\"" + type + "\",");
    }

    Rendering event(String name) {
      return text("\"event\":\"" + name + "\",");
    }

    Rendering text(String text) {
      json.append(text);
      return this;
    }

    Rendering number() {
      int[] more = Arrays.copyOf(numbers, numbers.length + 1);
      more[numbers.length] = json.length();
      numbers = more;
      return text("0".repeat(ShopEvent.NUMBER_BYTES));
    }

    ShopEvent end() {
      text("\"messageId\":\"" + ShopEvent.MESSAGE_PREFIX).number();
      text("\",\"timestamp\":\"");
      int time = json.length();
      text("0".repeat(ShopEvent.TIME_BYTES)).text("\"}");
      return new ShopEvent(json.toString().getBytes(StandardCharsets.US_ASCII), numbers, time);
    }
  }
}
