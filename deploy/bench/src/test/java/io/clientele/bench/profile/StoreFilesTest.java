package io.clientele.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreFilesTest {

  @TempDir private Path state;

  @Test
  void tableFilesOfAllPartitionsAreCountedByStore() throws IOException {
    write("profile-service/0_0/rocksdb/customers/000012.sst", 10);
    write("profile-service/0_1/rocksdb/customers/000013.sst", 5);
    write("profile-service/0_1/rocksdb/orders/000014.sst", 3);
    write("profile-service/0_1/rocksdb/orders/LOG", 1_000);
    write("profile-service/0_1/.checkpoint", 1_000);

    assertThat(StoreFiles.bytes(state)).isEqualTo(Map.of("customers", 15L, "orders", 3L));
  }

  private void write(String path, int bytes) throws IOException {
    Path file = state.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }
}
