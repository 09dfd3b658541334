package io.clientele.local.command;

import io.clientele.local.platform.Platform;
import io.clientele.local.simulate.Simulation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Feeds the running platform with a simulated shop until it is stopped. */
@Command(
    name = "simulate",
    description = "Posts what a small simulated shop's customers do, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {

  @Mixin private Location location;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Makes another shop, where there is none yet; ${DEFAULT-VALUE} by default.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    Platform platform = location.platform(System.out::println);
    System.out.println("simulating a small shop");
    new Simulation(
            Feed.ingest(platform), location.home().simulatedShop(), Feed.baseCurrency(), System.out)
        .run(seed);
    return 0;
  }
}
