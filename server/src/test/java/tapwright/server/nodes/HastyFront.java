package tapwright.server.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The fault that the exactness runs are to find, planted: it answers each request at once and only
 * then passes it on to the node, so that what it answered can be lost.
 */
final class HastyFront implements AutoCloseable {

  private static final byte[] FOUND =
      "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final ServerSocket door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Supplier<URI> node;

  HastyFront(Supplier<URI> node) throws IOException {
    this.node = node;
    threads.execute(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // The door was closed: the test is over.
      return;
    }
  }

  private void serve(Socket client) {
    URI to = node.get();
    try (client;
        Socket upstream = new Socket(to.getHost(), to.getPort())) {
      threads.execute(() -> ignoreAnswers(upstream));
      BufferedReader requests =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        pass(line, upstream.getOutputStream());
        if (line.isEmpty()) {
          client.getOutputStream().write(FOUND);
        }
      }
    } catch (IOException e) {
      // The node was killed or the phone is gone; the other one sees its connection end.
      return;
    }
  }

  private static void pass(String line, OutputStream upstream) throws IOException {
    upstream.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void ignoreAnswers(Socket upstream) {
    try {
      upstream.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The connection ended.
      return;
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.close();
  }
}
