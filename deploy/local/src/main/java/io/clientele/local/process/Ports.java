package io.clientele.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine. */
public final class Ports {

  private Ports() {}

  /**
   * The preferred port if nobody listens there, else a free one; 0 prefers none. Somebody may take
   * it before the caller does: there is no way to hold a port for another process.
   */
  public static int freeNear(int preferred) throws IOException {
    return isFree(preferred) ? bound(preferred) : bound(0);
  }

  private static boolean isFree(int port) {
    try {
      bound(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int bound(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return socket.getLocalPort();
    }
  }
}
