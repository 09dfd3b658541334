package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Customer ids that talk over queues, as tasks on several machines do: what one id sends another
 * stays in order, everything else may overtake.
 */
final class Network {

  final MapRows rows;
  final List<Step.Refused> refused = new ArrayList<>();
  private final CustomerFold fold;
  private final SortedMap<String, Queue<Runnable>> edges = new TreeMap<>();

  Network(Limits limits) {
    this(limits, MapRows.held());
  }

  Network(Limits limits, MapRows rows) {
    this.rows = rows;
    this.fold = new CustomerFold(rows, limits);
  }

  /** An event on its way to its customer, which hears of its events in the order of sending. */
  void send(CustomerEvent event) {
    String id = event.customerId();
    queue("events of " + id).add(() -> take(id, () -> fold.after(event)));
  }

  /** A merge on its way; the newest of an id is the last to arrive. */
  void send(CustomerMerge merge) {
    String id = merge.customerId();
    queue("merge " + id).add(() -> take(id, () -> fold.after(id, merge)));
  }

  /** Lets everything arrive, in an order that chance decides. */
  void settle(Random random) {
    while (!edges.isEmpty()) {
      List<String> open = new ArrayList<>(edges.keySet());
      String edge = open.get(random.nextInt(open.size()));
      Queue<Runnable> queue = edges.get(edge);
      Runnable arrival = queue.remove();
      if (queue.isEmpty()) {
        edges.remove(edge);
      }
      arrival.run();
    }
  }

  private void take(String id, Supplier<Step> input) {
    Step step = input.get();
    if (step instanceof Step.Refused no) {
      refused.add(no);
      return;
    }
    Step.Taken taken = (Step.Taken) step;
    rows.take(taken);
    for (Step.Message message : taken.moves()) {
      queue(id + " to " + message.to())
          .add(() -> take(message.to(), () -> fold.after(message.to(), message.move())));
    }
  }

  private Queue<Runnable> queue(String edge) {
    return edges.computeIfAbsent(edge, name -> new ArrayDeque<>());
  }
}
