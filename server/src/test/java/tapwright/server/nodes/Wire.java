package tapwright.server.nodes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection to a node, spoken by hand, so that no client repeats a request unasked. */
final class Wire implements AutoCloseable {

  /** Longer than any node may take to say no. */
  private static final int PATIENCE_MILLIS = 60_000;

  private static final String CONTENT_LENGTH = "content-length:";

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;

  Wire(URI node) throws IOException {
    socket = new Socket(node.getHost(), node.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    out = socket.getOutputStream();
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(HitRequest request) throws IOException {
    out.write(request.text().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The status of the answer to what was sent before. */
  int status(HitRequest request) throws IOException {
    String[] first = line().split(" ", 3);
    if (first.length < 2) {
      throw new IOException("the answer ended before its status");
    }
    long length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(CONTENT_LENGTH)) {
        length = Long.parseLong(line.substring(CONTENT_LENGTH.length()).strip());
      }
    }
    in.skipNBytes(request.isHead() ? 0 : length);
    return Integer.parseInt(first[1]);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is broken, which is why it is closed.
      return;
    }
  }
}
