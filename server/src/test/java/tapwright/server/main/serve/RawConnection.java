package tapwright.server.main.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** A connection on which anything may be sent, as no client would send it. */
final class RawConnection implements AutoCloseable {

  /** Longer than any limit of a server in these tests. */
  private static final int PATIENCE_MILLIS = 20_000;

  private static final int TRICKLE_MILLIS = 100;

  private final Socket socket;

  RawConnection(URI server) throws IOException {
    socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /** Sends the text, each character as one byte. */
  RawConnection send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** All that comes until the server ends the connection. */
  String rest() throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      // What was sent and not read any more ends a connection harder than a farewell.
      return "";
    }
  }

  /** The head of one answer. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /**
   * Sends a byte again and again until the server says something or ends the connection; answers
   * what it said. Fails where it takes that for longer than it may.
   */
  String trickle(char letter, int mostBytes) throws IOException {
    socket.setSoTimeout(TRICKLE_MILLIS);
    try {
      for (int sent = 0; sent < mostBytes; sent++) {
        socket.getOutputStream().write(letter);
        OptionalInt first = next();
        if (first.isPresent()) {
          socket.setSoTimeout(PATIENCE_MILLIS);
          return first.getAsInt() < 0 ? "" : (char) first.getAsInt() + rest();
        }
      }
    } catch (SocketException e) {
      // The server ended the connection while it was written to.
      return "";
    }
    throw new AssertionError("still open after " + mostBytes + " bytes that trickled");
  }

  /** What comes next, -1 for the end; empty where nothing does for a while. */
  private OptionalInt next() throws IOException {
    try {
      return OptionalInt.of(socket.getInputStream().read());
    } catch (SocketTimeoutException e) {
      return OptionalInt.empty();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
