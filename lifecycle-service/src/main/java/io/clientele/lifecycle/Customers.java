package io.clientele.lifecycle;

import java.util.Optional;
import java.util.function.Consumer;

/** The customers whose partitions this instance has. */
public interface Customers {

  /** What is kept under an id, or empty where nobody has seen it. */
  Optional<LifecycleEntry> find(String customerId);

  /** Shows every entry; costs a scan of the store. */
  void forEach(Consumer<LifecycleEntry> visitor);
}
