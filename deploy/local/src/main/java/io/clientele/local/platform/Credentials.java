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
 * @param postgresPassword the database superuser's
 * @param lifecyclePassword the lifecycle service's database role's
 */
public record Credentials(String writeKey, String postgresPassword, String lifecyclePassword) {

  private static final int SECRET_BYTES = 24;

  static Credentials of(Home home) throws IOException {
    Path file = home.credentials();
    if (!Files.exists(file)) {
      SecureRandom random = new SecureRandom();
      write(file, new Credentials(secret(random), secret(random), secret(random)));
    }
    return Json.mapper().readValue(file.toFile(), Credentials.class);
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
