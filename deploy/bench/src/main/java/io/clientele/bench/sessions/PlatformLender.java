package io.clientele.bench.sessions;

import io.clientele.local.platform.Platform;

/** Lends platforms on which nothing runs yet, and clears away what did. */
public interface PlatformLender {

  /** Lends one. */
  HttpReport lend(Borrower borrower) throws Exception;

  /** Who needs one. */
  interface Borrower {

    HttpReport use(Platform platform) throws Exception;
  }
}
