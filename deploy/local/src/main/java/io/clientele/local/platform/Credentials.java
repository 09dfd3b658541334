package io.clientele.local.platform;

import io.clientele.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one local platform, drawn at its first start and kept in a file that only its
 * owner reads.
 *
 * @param writeKey the default source's, with which events are posted
 * @param operatorToken with which sources are kept
 * @param postgresPassword the database superuser's
 * @param ingestPassword the ingest service's database role's
 * @param lifecyclePassword the lifecycle service's database role's
 */
public record Credentials(
    String writeKey,
    String operatorToken,
    String postgresPassword,
    String ingestPassword,
    String lifecyclePassword) {

  private static final int SECRET_BYTES = 24;

  static Credentials of(Home home) throws IOException {
    Path file = home.credentials();
    Credentials kept =
        Files.exists(file)
            ? Json.mapper().readValue(file.toFile(), Credentials.class)
            : new Credentials(null, null, null, null, null);
    Credentials complete = kept.completed(new SecureRandom());
    if (!complete.equals(kept)) {
      write(file, complete);
    }
    return complete;
  }

  /** With new secrets where a file of an earlier version has none. */
  private Credentials completed(SecureRandom random) {
    return new Credentials(
        writeKey == null ? secret(random) : writeKey,
        operatorToken == null ? secret(random) : operatorToken,
        postgresPassword == null ? secret(random) : postgresPassword,
        ingestPassword == null ? secret(random) : ingestPassword,
        lifecyclePassword == null ? secret(random) : lifecyclePassword);
  }

  private static void write(Path file, Credentials credentials) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside =
        Files.createTempFile(
            file.getParent(),
            "credentials",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(aside, Json.mapper().writeValueAsBytes(credentials));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
