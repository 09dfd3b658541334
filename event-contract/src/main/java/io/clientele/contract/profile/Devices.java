package io.clientele.contract.profile;

import java.util.List;

/**
 * The devices that the customer used.
 *
 * @param count how many are known, at most 50
 * @param newest the 20 that were seen last, the last one first
 */
public record Devices(int count, List<Device> newest) {

  public Devices {
    newest = newest == null ? List.of() : List.copyOf(newest);
  }
}
