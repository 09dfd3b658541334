package io.clientele.local.command;

import io.clientele.local.platform.Platform;
import io.clientele.local.platform.Service;
import io.clientele.local.process.Child;
import java.io.IOException;

/** What a newcomer is told once the platform runs. */
final class Welcome {

  private Welcome() {}

  static void print(Platform platform) throws IOException {
    System.out.println();
    for (Child child : platform.children()) {
      if (child.port() != 0) {
        String scheme = Platform.isBacking(child) ? "" : "http://";
        System.out.printf("  %-18s %s%s%n", child.name(), scheme, child.address());
      }
    }
    System.out.printf("  %-18s %s%n", "write key", platform.credentials().writeKey());
    System.out.printf("  %-18s %s%n", "operator token", platform.credentials().operatorToken());
    System.out.println();
    System.out.println("Post an event, read the profile, ask for recommendations:");
    System.out.println();
    System.out.printf(
        "  curl -u %s: -H 'Content-Type: application/json' %s/v1/track \\%n"
            + "    -d '{\"userId\":\"ada\",\"event\":\"Product Viewed\","
            + "\"properties\":{\"product_id\":\"teapot\"}}'%n",
        platform.credentials().writeKey(), url(platform, Service.INGEST));
    System.out.printf("  curl %s/v1/customers/ada%n", url(platform, Service.PROFILE));
    System.out.printf(
        "  curl '%s/v1/customers/ada/recommendations?limit=5'%n",
        url(platform, Service.RECOMMENDATION));
    System.out.println();
    System.out.println("Give another storefront a key of its own:");
    System.out.println();
    System.out.printf(
        "  curl -H 'Authorization: Bearer %s' %s/v1/sources -d '{\"name\":\"my-shop\"}'%n",
        platform.credentials().operatorToken(), url(platform, Service.INGEST));
    System.out.println();
    System.out.printf(
        "Alerts as they arrive: %s/  What runs: deploy/clientele status%n",
        url(platform, Service.LIFECYCLE));
  }

  private static String url(Platform platform, Service service) throws IOException {
    return platform
        .child(service.instance(1))
        .map(child -> "http://" + child.address())
        .orElseThrow();
  }
}
