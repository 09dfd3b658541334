package io.clientele.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What Linux knows about a process in {@code /proc}: it does not change when the clock is set. */
final class Birth {

  private static final Path PROC = Path.of("/proc");

  /** proc(5), field 22 of stat, counted from the state, which is field 3. */
  private static final int START = 22 - 3;

  private Birth() {}

  /**
   * The boot and the clock ticks from it to the start of the process, which no other process has
   * together with its id; nothing where there is no {@code /proc}, or no such process.
   */
  static Optional<String> of(long pid) {
    try {
      String boot =
          Files.readString(PROC.resolve("sys/kernel/random/boot_id"), StandardCharsets.US_ASCII);
      return stat(pid).map(fields -> boot.strip() + ":" + fields[START]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where nobody reaps orphans, as in many containers, a dead process keeps its entry. */
  static boolean isZombie(long pid) {
    return stat(pid).map(fields -> fields[0].equals("Z")).orElse(false);
  }

  /** The fields behind the program's name, which may hold anything, brackets and blanks too. */
  private static Optional<String[]> stat(long pid) {
    try {
      String stat =
          Files.readString(
              PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
      return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    } catch (IOException e) {
      return Optional.empty(); // no such file system here, or the process has just gone
    }
  }
}
