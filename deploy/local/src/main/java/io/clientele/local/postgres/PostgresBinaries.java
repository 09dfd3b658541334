package io.clientele.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, which travel inside a jar, laid out on disk once. */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The directory that holds {@code bin/postgres}, unpacked into {@code parent} if it is not. */
  static Path unpackedIn(Path parent) throws IOException {
    Path target = parent.resolve("programs");
    if (Files.isExecutable(target.resolve("bin/postgres"))) {
      return target;
    }
    String archive = archive();
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new IOException("there is no PostgreSQL for this machine: " + archive);
      }
      Files.createDirectories(parent);
      // Half an archive must not look like a whole one: unpack aside, then rename.
      Path aside = Files.createTempDirectory(parent, "unpacking-");
      unpack(packed, aside);
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }

  private static String archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    String family = system.contains("mac") ? "darwin" : "linux";
    return "/postgres-" + family + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, target);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("an archive entry points outside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
