package tapwright.agent.print.target.zpl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A label printer on loopback that answers ~HS as the ZPL manual lays it out, or does not.
 *
 * <p>It takes one connection at a time, as most do.
 */
public final class FakeLabelPrinter implements AutoCloseable {

  private static final int POLLS_MAX = 3_000;
  private static final long POLL_MILLIS = 10;

  private final ServerSocket server;
  private final List<String> labels = new ArrayList<>();
  private boolean answers = true;
  private boolean hangsUpOnLabels;
  private boolean paperOut;
  private boolean headOpen;
  private boolean paused;
  private int batchLeft;
  private int questions;
  private boolean answersLate;
  private boolean cutOff;

  public FakeLabelPrinter() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::serve);
  }

  public ZplAddress address() {
    return new ZplAddress("127.0.0.1", server.getLocalPort());
  }

  /** It takes labels and says nothing. */
  public synchronized void silence() {
    answers = false;
  }

  /** It answers when nobody listens any more: while it is sent the label. */
  public synchronized void answerLate() {
    answersLate = true;
  }

  /** How often it was asked for its status. */
  public synchronized int questions() {
    return questions;
  }

  /** Whether a connection ended by a reset, and what was on its way with it. */
  public synchronized boolean wasCutOff() {
    return cutOff;
  }

  /** It goes away in the middle of a label. */
  public synchronized void hangUpOnLabels() {
    hangsUpOnLabels = true;
  }

  public synchronized void paperOut(boolean now) {
    paperOut = now;
  }

  public synchronized void headOpen(boolean now) {
    headOpen = now;
  }

  public synchronized void paused(boolean now) {
    paused = now;
  }

  /** How many labels of a batch it says are left. */
  public synchronized void batchLeft(int labelsLeft) {
    batchLeft = labelsLeft;
  }

  /** The formats that it was sent, from ^XA to ^XZ. */
  public synchronized List<String> labels() {
    return List.copyOf(labels);
  }

  /**
   * The same, once there are as many: a printer that says nothing may still be reading what it was
   * handed.
   */
  public synchronized List<String> labels(int count) throws InterruptedException {
    for (int poll = 0; poll < POLLS_MAX && labels.size() < count; poll++) {
      wait(POLL_MILLIS);
    }
    return labels();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        talk(socket);
      } catch (SocketException reset) {
        cutOff();
      } catch (IOException gone) {
        // The next one, until the server is closed.
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    int next = in.read();
    while (next >= 0) {
      heard.write(next);
      String text = heard.toString(StandardCharsets.UTF_8);
      if (text.endsWith("^XA") && hangsUp()) {
        return;
      }
      if (text.endsWith("^XA") && answersLate()) {
        tell(socket);
      }
      if (text.endsWith("~HS")) {
        heard.reset();
        answer(socket);
      } else if (text.endsWith("^XZ")) {
        heard.reset();
        take(text.strip());
      }
      next = in.read();
    }
  }

  private synchronized boolean hangsUp() {
    return hangsUpOnLabels;
  }

  private synchronized void take(String label) {
    labels.add(label);
  }

  private synchronized boolean answersLate() {
    return answersLate;
  }

  private synchronized void cutOff() {
    cutOff = !server.isClosed();
  }

  private synchronized void answer(Socket socket) throws IOException {
    questions++;
    if (answers && !answersLate) {
      tell(socket);
    }
  }

  private synchronized void tell(Socket socket) throws IOException {
    String status =
        "\u0002030,%d,%d,0240,000,0,0,0,000,0,0,0\u0003\r\n".formatted(one(paperOut), one(paused))
            + "\u0002000,0,%d,0,0,2,4,0,%08d,1,000\u0003\r\n".formatted(one(headOpen), batchLeft)
            + "\u00021234,0\u0003\r\n";
    socket.getOutputStream().write(status.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static int one(boolean flag) {
    return flag ? 1 : 0;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
