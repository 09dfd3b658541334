package io.clientele.recommendation.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * LightGBM's library, in a folder of this process alone. lightgbm4j unpacks it to where all
 * processes unpack it, over what is there: whoever runs from that file dies of it.
 */
final class NativeLibrary {

  private static final String FOLDER = "java.io.tmpdir";

  private static boolean isLoaded;

  private NativeLibrary() {}

  /** Loads it unless that was done. That it cannot be linked shows when it is called. */
  static synchronized void load() throws IOException {
    if (isLoaded) {
      return;
    }
    String usual = System.getProperty(FOLDER);
    Path own = Files.createTempDirectory("clientele-lightgbm-");
    System.setProperty(FOLDER, own.toString());
    try {
      LGBMBooster.loadNative();
      isLoaded = true;
    } finally {
      System.setProperty(FOLDER, usual);
      deleteOnExit(own.toFile());
    }
  }

  private static void deleteOnExit(File folder) {
    folder.deleteOnExit(); // what is noted last is deleted first
    for (File file : folder.listFiles()) {
      file.deleteOnExit();
    }
  }
}
