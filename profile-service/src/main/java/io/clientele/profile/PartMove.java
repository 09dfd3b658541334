package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import java.util.Optional;

/** What one id tells the id that it is merged into about a part. */
public sealed interface PartMove {

  /** Who tells. */
  String via();

  /** The id whose part it is: the teller's own, or that of a device merged into the teller. */
  String partId();

  /** What the receiver holds afterwards; {@link Part#ZERO} where it held nothing. */
  Optional<Part> after(Part held);

  /** The same, told by another id. */
  PartMove relayedBy(String id);

  /** The part is yours too now. */
  record Put(String via, String partId, Part part) implements PartMove {
    @Override
    public Optional<Part> after(Part held) {
      return Optional.of(part);
    }

    @Override
    public PartMove relayedBy(String id) {
      return new Put(id, partId, part);
    }
  }

  /** The part has got one more event. */
  record Add(String via, String partId, CustomerEvent event) implements PartMove {
    @Override
    public Optional<Part> after(Part held) {
      return Optional.of(held.add(event));
    }

    @Override
    public PartMove relayedBy(String id) {
      return new Add(id, partId, event);
    }
  }

  /** The part is yours no more. */
  record Retract(String via, String partId) implements PartMove {
    @Override
    public Optional<Part> after(Part held) {
      return Optional.empty();
    }

    @Override
    public PartMove relayedBy(String id) {
      return new Retract(id, partId);
    }
  }
}
