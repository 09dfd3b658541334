package io.clientele.local.simulate;

import io.clientele.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/**
 * What one simulated shop must remember between two runs.
 *
 * @param seed of all its chances
 * @param openedAt when its history begins
 * @param observedFrom when its history ends and life in real time begins
 * @param historyPosted whether all of the history was taken
 */
record ShopDiary(long seed, Instant openedAt, Instant observedFrom, boolean historyPosted) {

  /** The diary in this file, or that of a shop whose history ends now. */
  static ShopDiary in(Path file, long seed, Instant now) throws IOException {
    if (Files.exists(file)) {
      return Json.mapper().readValue(file.toFile(), ShopDiary.class);
    }
    ShopDiary diary = new ShopDiary(seed, now.minus(History.LENGTH), now, false);
    diary.write(file);
    return diary;
  }

  ShopDiary withHistoryPosted() {
    return new ShopDiary(seed, openedAt, observedFrom, true);
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(aside, Json.mapper().writeValueAsBytes(this));
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
