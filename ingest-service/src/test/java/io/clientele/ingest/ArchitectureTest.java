package io.clientele.ingest;

import io.clientele.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  @Test
  void domainIsFreeOfFrameworksAndAdaptersNeverSeeEachOther() {
    new ServiceArchitecture(
            "io.clientele.ingest",
            "segment",
            "ga4",
            "cloudevents",
            "door",
            "rest",
            "streams",
            "kafka",
            "store",
            "projection",
            "rates")
        .domainMayUse(
            "com.fasterxml.jackson..",
            "com.google.i18n.phonenumbers..",
            "nl.basjes.parse.useragent..")
        .check();
  }
}
