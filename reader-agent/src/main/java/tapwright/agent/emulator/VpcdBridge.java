package tapwright.agent.emulator;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import jdk.net.ExtendedSocketOptions;
import tapwright.core.Bytes;

/**
 * Lays an emulated tag on a reader of vpcd, the virtual reader driver of a real pcscd, by a TCP
 * connection that stands for the card being there.
 *
 * <p>Each frame is a length of two bytes, high byte first, and as many bytes. A frame of one byte
 * from vpcd is a control code, each other an APDU (vsmartcard, vpcd's vpcd.h).
 *
 * <table>
 * <caption>Control codes</caption>
 * <tr><td>00</td><td>power off</td></tr>
 * <tr><td>01</td><td>power on</td></tr>
 * <tr><td>02</td><td>reset</td></tr>
 * <tr><td>04</td><td>send the ATR; pcscd asks it again and again to see whether the card is
 *     there</td></tr>
 * </table>
 */
public final class VpcdBridge {

  /** How a presentation ended. */
  public enum Departure {
    /** The tag was torn off in the middle of a write. */
    TORN,
    /** The driver hung up: pcscd ends. */
    READER_CLOSED,
    /** {@link #close} was called. */
    TAKEN_AWAY
  }

  /** What is done after each answer for which the tag was written to, before it goes out. */
  @FunctionalInterface
  public interface Keeper {
    void keep() throws IOException;
  }

  private static final int POWER_ON = 0x01;
  private static final int RESET = 0x02;
  private static final int SEND_ATR = 0x04;

  private final ReaderFront front;
  private final VirtualTag tag;
  private final Keeper keeper;
  private final Pacing pacing;
  private final Socket socket = new Socket();
  private volatile boolean takenAway;
  private boolean powered;
  private boolean seen;

  /** A bridge for one presentation. */
  public VpcdBridge(ReaderFront front, VirtualTag tag) {
    this(front, tag, () -> {});
  }

  /** A bridge for one presentation of a tag that is kept. */
  public VpcdBridge(ReaderFront front, VirtualTag tag, Keeper keeper) {
    this(front, tag, keeper, Pacing.NONE);
  }

  /** A bridge for one presentation of a tag that is kept, on a reader that takes its time. */
  public VpcdBridge(ReaderFront front, VirtualTag tag, Keeper keeper, Pacing pacing) {
    this.front = front;
    this.tag = tag;
    this.keeper = keeper;
    this.pacing = pacing;
  }

  /**
   * Connects to vpcd on this machine and answers until the tag leaves.
   *
   * @param whenSeen run once, when pcscd has powered the tag and knows its ATR
   * @throws IOException when nothing listens there
   */
  public Departure present(int port, Runnable whenSeen) throws IOException {
    try (socket) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      tag.place();
      return answerAll(whenSeen);
    } catch (SocketException e) {
      if (takenAway) {
        return Departure.TAKEN_AWAY; // before it lay there
      }
      throw e;
    } finally {
      tag.lift();
    }
  }

  /** Takes the tag away, from any thread. */
  public void close() throws IOException {
    takenAway = true;
    socket.close();
  }

  private Departure answerAll(Runnable whenSeen) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    try {
      while (tag.inField()) {
        acknowledgeAtOnce();
        answer(in.readNBytes(in.readUnsignedShort()), whenSeen);
      }
      return Departure.TORN;
    } catch (EOFException | SocketException e) {
      return takenAway ? Departure.TAKEN_AWAY : Departure.READER_CLOSED;
    }
  }

  /**
   * vpcd sends length and bytes by themselves: without this its second part waits for our delayed
   * acknowledgement, 40 ms an APDU. The kernel forgets the option, so it is set for each frame.
   */
  private void acknowledgeAtOnce() throws IOException {
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }

  private void answer(byte[] frame, Runnable whenSeen) throws IOException {
    if (frame.length == 1) {
      control(frame[0], whenSeen);
    } else {
      Bytes answer = answerKept(Bytes.copyOf(frame));
      if (!answer.isEmpty()) {
        send(answer);
      }
    }
  }

  private Bytes answerKept(Bytes command) throws IOException {
    int writes = tag.writes();
    long airNanos = tag.airtime().nanos();
    Bytes answer = front.answer(tag, command);
    if (tag.writes() != writes) {
      keeper.keep();
    }
    pacing.exchange(tag.airtime().nanos() - airNanos);
    return answer;
  }

  private void control(int code, Runnable whenSeen) throws IOException {
    if (code == POWER_ON || code == RESET) {
      front.cycleField(tag);
      powered = true;
    }
    if (code == SEND_ATR) {
      send(front.atr(tag));
      noteSeen(whenSeen);
    }
  }

  private void noteSeen(Runnable whenSeen) {
    if (powered && !seen) {
      seen = true;
      whenSeen.run();
    }
  }

  private void send(Bytes bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(Bytes.of(bytes.size() >> 8, bytes.size() & 0xFF).plus(bytes).toArray());
    out.flush();
  }
}
