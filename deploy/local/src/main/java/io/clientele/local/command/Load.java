package io.clientele.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Loads a file into the running platform. */
@Command(
    name = "load",
    description = "Posts a file's events to ingest and waits until every service has them.",
    mixinStandardHelpOptions = true)
final class Load implements Callable<Integer> {

  @Mixin private Location location;
  @Mixin private Feed feed;

  @Parameters(paramLabel = "FILE", description = "The file; unpacked if it ends in .gz.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    feed.check(file);
    return feed.load(file, location.platform(System.out::println), location.home());
  }
}
