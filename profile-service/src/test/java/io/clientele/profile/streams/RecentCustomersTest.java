package io.clientele.profile.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.profile.Customer;
import org.junit.jupiter.api.Test;

final class RecentCustomersTest {

  private static final int THIRD = 400 * 1024;

  private final RecentCustomers recent = new RecentCustomers();

  @Test
  void letsGoOfThoseAskedForLongestAgoWhereTheyTakeTooMuch() {
    recent.put(Customer.unknown("ada"), THIRD);
    recent.put(Customer.unknown("bob"), THIRD);
    recent.get("ada");
    recent.put(Customer.unknown("eve"), THIRD);

    assertThat(recent.get("ada")).isNotNull();
    assertThat(recent.get("bob")).isNull();
    assertThat(recent.get("eve")).isNotNull();
  }

  @Test
  void newRowTakesThePlaceOfTheOld() {
    for (int time = 0; time < 10; time++) {
      recent.put(Customer.unknown("ada"), THIRD);
    }
    recent.put(Customer.unknown("bob"), THIRD);

    assertThat(recent.get("ada")).isNotNull();
    assertThat(recent.get("bob")).isNotNull();
  }

  @Test
  void whoTakesTooMuchAloneIsNotHeld() {
    recent.put(Customer.unknown("ada"), 10 * THIRD);

    assertThat(recent.get("ada")).isNull();
  }
}
