package io.clientele.profile.app;

import io.smallrye.config.ConfigMapping;

/** What this service itself is configured with; what all services share stands in the runtime. */
@ConfigMapping(prefix = "clientele")
interface ProfileSettings {

  /** The currency of every amount, ISO 4217. */
  String baseCurrency();
}
