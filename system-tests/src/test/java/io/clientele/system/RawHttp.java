package io.clientele.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Says to a service what no HTTP client would say, and hears what it answers. */
final class RawHttp {

  private static final Pattern STATUS_LINE = Pattern.compile("(?m)^HTTP/1\\.[01] (\\d{3})");

  private final URI address;
  private final Duration patience;

  /**
   * @param patience how long a silent connection is listened to
   */
  RawHttp(String address, Duration patience) {
    this.address = URI.create(address);
    this.patience = patience;
  }

  /** What is said; a service that hangs up makes it end with an exception, which is no failure. */
  @FunctionalInterface
  interface Speech {
    void to(OutputStream out) throws IOException;
  }

  /**
   * What came back until the service hung up or fell silent.
   *
   * @param statuses of all answers on the connection, in order
   * @param text all of it
   */
  record Heard(List<Integer> statuses, String text) {}

  Heard say(String text) throws IOException {
    return say(out -> out.write(text.getBytes(ISO_8859_1)));
  }

  /** Speaks and listens at once: an answer may come long before the end of what is said. */
  Heard say(Speech speech) throws IOException {
    CompletableFuture<Void> spoken;
    String text;
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      spoken = CompletableFuture.runAsync(() -> speak(speech, socket));
      text = listen(socket);
    }
    spoken.join();
    return new Heard(statuses(text), text);
  }

  private static void speak(Speech speech, Socket socket) {
    try {
      OutputStream out = socket.getOutputStream();
      speech.to(out);
      out.flush();
    } catch (IOException hungUp) {
      // What the service said before is what counts.
    }
  }

  private static String listen(Socket socket) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    try {
      int count = socket.getInputStream().read(some);
      while (count >= 0) {
        heard.write(some, 0, count);
        count = socket.getInputStream().read(some);
      }
    } catch (SocketTimeoutException silent) {
      // It keeps the connection open.
    } catch (IOException reset) {
      // It hung up with what we said unread.
    }
    return heard.toString(ISO_8859_1);
  }

  private static List<Integer> statuses(String text) {
    List<Integer> statuses = new ArrayList<>();
    for (MatchResult line : STATUS_LINE.matcher(text).results().toList()) {
      statuses.add(Integer.valueOf(line.group(1)));
    }
    return statuses;
  }
}
