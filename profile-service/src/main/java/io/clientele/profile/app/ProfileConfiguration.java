package io.clientele.profile.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What may be chosen for this service; each key stands in its README. */
@ConfigMapping(prefix = "clientele.profile")
interface ProfileConfiguration {

  /** How many other ids may be the same customer. */
  @WithDefault("300")
  int mostIdentities();

  /** How many orders one customer may have. */
  @WithDefault("20000")
  int mostOrders();

  /** How many of the newest events of an id the timeline keeps, and a request for it reads. */
  @WithDefault("1000")
  int timelineEvents();

  /** How long a customer's profile rests after it was published; 0 publishes each change. */
  @WithDefault("500ms")
  Duration publishInterval();

  /** What customers earn points and tiers by. */
  LoyaltyConfiguration loyalty();

  /** The loyalty programme. */
  interface LoyaltyConfiguration {

    /** Points a unit of the base currency. */
    @WithDefault("1")
    BigDecimal pointsPerUnit();

    /** Each tier's name and the spend within 365 days from which it begins, the lowest first. */
    @WithDefault("bronze:0,silver:200,gold:500,platinum:1000")
    List<String> tiers();
  }
}
