package tapwright.agent.print.target.zpl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import tapwright.core.Bytes;

/** One connection to a label printer, which as a rule takes one at a time. */
final class ZplConnection implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** A printer that tells its status does so at once, even while it prints. */
  private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(2);

  /** The longest string of ~HS has 34 characters; what sends more is no label printer. */
  private static final int MAX_STRING = 256;

  private static final int STX = 0x02;
  private static final int ETX = 0x03;
  private static final int END_OF_STREAM = -1;

  private final Socket socket;
  private boolean answerIsDue;

  private ZplConnection(Socket socket) {
    this.socket = socket;
  }

  static ZplConnection open(ZplAddress address) throws IOException {
    Socket socket = new Socket();
    boolean opened = false;
    try {
      socket.connect(
          new InetSocketAddress(address.host(), address.port()), (int) CONNECT_TIMEOUT.toMillis());
      socket.setSoTimeout((int) STATUS_TIMEOUT.toMillis());
      opened = true;
      return new ZplConnection(socket);
    } finally {
      if (!opened) {
        socket.close();
      }
    }
  }

  void send(Bytes bytes) throws IOException {
    socket.getOutputStream().write(bytes.toArray());
    socket.getOutputStream().flush();
  }

  /** What the printer says of itself; nothing where it does not answer, or not in that form. */
  Optional<HostStatus> status() throws IOException {
    send(Bytes.ofUtf8("~HS"));
    try {
      String first = string();
      String second = string();
      string();
      return HostStatus.of(first, second);
    } catch (SocketTimeoutException silent) {
      answerIsDue = true;
      return Optional.empty();
    }
  }

  /** What stands between the next STX and its ETX; empty where the printer has hung up. */
  private String string() throws IOException {
    InputStream in = socket.getInputStream();
    int next = in.read();
    while (next != STX && next != END_OF_STREAM) {
      next = in.read();
    }
    StringBuilder text = new StringBuilder();
    next = next == STX ? in.read() : next;
    while (next != ETX && next != END_OF_STREAM && text.length() < MAX_STRING) {
      text.append((char) next);
      next = in.read();
    }
    return text.toString();
  }

  /**
   * Hangs up; where an answer is due, not before it is heard: a connection that is closed over
   * bytes nobody read is reset (RFC 9293, section 3.6.1), and with it what the printer has not
   * read.
   */
  @Override
  public void close() throws IOException {
    try (socket) {
      if (answerIsDue) {
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    } catch (SocketTimeoutException stillSilent) {
      // No answer comes any more.
    }
  }
}
