package io.clientele.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection with at most one request under way. */
final class Connection implements AutoCloseable {

  /** Answers to batches of 100 have some hundred bytes; a list of refusals has more. */
  private static final int ANSWER_BYTES = 1 << 20;

  private final int number;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer incoming = ByteBuffer.allocate(ANSWER_BYTES);
  private ByteBuffer outgoing;
  private long sentAt;

  /** A connection to a port on 127.0.0.1. */
  Connection(int number, int port, Selector selector) throws IOException {
    this.number = number;
    this.channel =
        SocketChannel.open(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    this.key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  int number() {
    return number;
  }

  void send(byte[] request) throws IOException {
    outgoing = ByteBuffer.wrap(request);
    sentAt = System.nanoTime();
    write();
  }

  /** Goes on with the request under way; the answer if it is whole now, else null. */
  Answer goOn() throws IOException {
    if (key.isWritable()) {
      write();
    }
    return key.isReadable() ? read() : null;
  }

  private void write() throws IOException {
    channel.write(outgoing);
    key.interestOps(
        outgoing.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  private Answer read() throws IOException {
    if (channel.read(incoming) < 0) {
      throw new IOException("closed by the other side");
    }
    Answer answer = Answer.in(incoming.array(), incoming.position());
    if (answer != null) {
      if (answer.length() != incoming.position() || outgoing.hasRemaining()) {
        throw new IOException("an answer that nobody asked for");
      }
      incoming.clear();
    }
    return answer;
  }

  /** Since the request was begun to be sent. */
  long nanos() {
    return System.nanoTime() - sentAt;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
