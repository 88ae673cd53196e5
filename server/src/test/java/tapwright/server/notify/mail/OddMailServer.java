package tapwright.server.notify.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that behaves as none should; it takes one connection after the other. */
final class OddMailServer implements AutoCloseable {

  /** What is done with one connection. */
  @FunctionalInterface
  interface Manners {
    void meet(BufferedReader heard, OutputStream said) throws IOException;
  }

  private final ServerSocket door;
  private final Manners manners;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /** Counted down once somebody waits for more of what never ends. */
  final CountDownLatch underWay = new CountDownLatch(3);

  OddMailServer(Manners manners) {
    this.manners = manners;
    try {
      this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /** One that greets without end, a line at a time. */
  static OddMailServer thatGreetsForEver() {
    OddMailServer[] itself = new OddMailServer[1];
    itself[0] =
        new OddMailServer(
            (heard, said) -> {
              while (true) {
                say(said, "220-hello\r\n");
                itself[0].underWay.countDown();
                // Slower than what it says becomes too much, while somebody waits.
                itself[0].rest();
              }
            });
    return itself[0];
  }

  /** One whose first line has no end. */
  static OddMailServer withoutLineEnds() {
    return new OddMailServer(
        (heard, said) -> {
          while (true) {
            say(said, "220 hello hello hello hello hello hello hello hello hello hello");
          }
        });
  }

  /** One that answers each word with a line of its own, else with 250; quiet after the text. */
  static OddMailServer thatAnswers(Map<String, String> answers) {
    OddMailServer[] itself = new OddMailServer[1];
    itself[0] = new OddMailServer((heard, said) -> itself[0].answer(heard, said, answers));
    return itself[0];
  }

  private void answer(BufferedReader lines, OutputStream said, Map<String, String> answers)
      throws IOException {
    say(said, "220 odd.example.com\r\n");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      heard.add(line);
      String word = line.split(" ", 2)[0];
      if (line.equals(".")) {
        while (underWay.getCount() > 0) {
          underWay.countDown();
        }
      } else if (answers.containsKey(word)) {
        say(said, answers.get(word) + "\r\n");
      }
    }
  }

  private void rest() {
    synchronized (door) {
      try {
        door.wait(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void say(OutputStream said, String text) throws IOException {
    said.write(text.getBytes(StandardCharsets.US_ASCII));
    said.flush();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        manners.meet(
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)),
            socket.getOutputStream());
      } catch (IOException gone) {
        // Whoever was there hung up, or the door is closed.
      }
    }
  }

  /** The first words of what it was told, in order. */
  List<String> words() {
    return heard.stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  SmtpPlace place() {
    return new SmtpPlace("127.0.0.1", door.getLocalPort(), SmtpPlace.Security.PLAIN);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
