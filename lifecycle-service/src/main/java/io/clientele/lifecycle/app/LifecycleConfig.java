package io.clientele.lifecycle.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** What the lifecycle service can be told; see the README's table. */
@ConfigMapping(prefix = "clientele.lifecycle")
interface LifecycleConfig {

  /** How far ahead the probability of buying looks. */
  @WithDefault("P180D")
  Duration horizon();

  /** At risk below this probability. */
  @WithDefault("0.25")
  double atRiskBelow();

  /** Churned below this probability. */
  @WithDefault("0.10")
  double churnedBelow();

  /** How long a history must be quiet before a threshold crossed in the past is told. */
  @WithDefault("PT10S")
  Duration settle();

  /** Net revenue, in the base currency, from which a customer is worth an alert. */
  @WithDefault("250")
  BigDecimal valuableFrom();

  /** How old a slip may be and still raise an alert. */
  @WithDefault("P7D")
  Duration alertWindow();

  /** The model's parameters. */
  Model model();

  /** MBG/NBD, in weeks; the defaults are CDNOW's. */
  interface Model {
    @WithDefault("0.5248")
    double r();

    @WithDefault("6.1831")
    double alpha();

    @WithDefault("0.8914")
    double a();

    @WithDefault("1.6140")
    double b();
  }
}
