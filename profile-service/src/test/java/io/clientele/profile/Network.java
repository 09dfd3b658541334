package io.clientele.profile;

import io.clientele.contract.CustomerEvent;
import io.clientele.contract.CustomerMerge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * States of customer ids that talk over queues, as tasks on several machines do: what one id sends
 * another stays in order, everything else may overtake.
 */
final class Network {

  private final SortedMap<String, CustomerState> states = new TreeMap<>();
  private final SortedMap<String, Queue<Runnable>> edges = new TreeMap<>();

  /** An event on its way to its customer, which hears of its events in the order of sending. */
  void send(CustomerEvent event) {
    queue("events of " + event.customerId())
        .add(() -> take(event.customerId(), state -> state.after(event)));
  }

  /** A merge on its way; the newest of an id is the last to arrive. */
  void send(CustomerMerge merge) {
    queue("merge " + merge.customerId())
        .add(() -> take(merge.customerId(), state -> state.after(merge)));
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

  Map<String, CustomerState> states() {
    return states;
  }

  private void take(String id, Function<CustomerState, Step> input) {
    Step step = input.apply(states.getOrDefault(id, CustomerState.unknown(id)));
    states.put(id, step.state());
    for (Step.Message message : step.moves()) {
      queue(id + " to " + message.to())
          .add(() -> take(message.to(), state -> state.after(message.move())));
    }
  }

  private Queue<Runnable> queue(String edge) {
    return edges.computeIfAbsent(edge, name -> new ArrayDeque<>());
  }
}
