package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tapwright.agent.emulator.VpcdBridge.Departure;
import tapwright.core.Bytes;

/** The bridge against a listener that speaks as vpcd does. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class VpcdBridgeTest {

  private final EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG215, new Random(1));
  private final AtomicInteger kept = new AtomicInteger();
  private final VpcdBridge bridge =
      new VpcdBridge(new ReaderFront(ReaderKind.FF_ONLY), tag, kept::incrementAndGet);
  private final CountDownLatch seen = new CountDownLatch(1);
  private ServerSocket vpcd;
  private CompletableFuture<Departure> departure;
  private Socket card;

  @BeforeEach
  void layDown() throws IOException {
    vpcd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    departure = CompletableFuture.supplyAsync(this::present);
    card = vpcd.accept();
  }

  private Departure present() {
    try {
      return bridge.present(vpcd.getLocalPort(), seen::countDown);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void hangUp() throws IOException {
    card.close();
    vpcd.close();
  }

  /** As vpcd, sends length and bytes by themselves. */
  private void send(String frame) throws IOException {
    Bytes bytes = Bytes.ofHex(frame);
    card.getOutputStream().write(new byte[] {0, (byte) bytes.size()});
    card.getOutputStream().write(bytes.toArray());
  }

  private String ask(String frame) throws IOException {
    send(frame);
    DataInputStream in = new DataInputStream(card.getInputStream());
    return Bytes.copyOf(in.readNBytes(in.readUnsignedShort())).toHex();
  }

  @Test
  void tagTakenAwayBeforeItLies_isTakenAwayAndNotAFault() throws Exception {
    VpcdBridge early = new VpcdBridge(new ReaderFront(ReaderKind.FF_ONLY), tag);
    early.close();

    assertEquals(Departure.TAKEN_AWAY, early.present(vpcd.getLocalPort(), seen::countDown));
    assertEquals(1, seen.getCount());
  }

  @Test
  void tag_isSeenWhenItIsPoweredAndItsAtrAskedFor() throws Exception {
    assertEquals(ReaderFront.ATR.toHex(), ask("04"));
    assertEquals(1, seen.getCount());
    send("01");
    assertEquals(ReaderFront.ATR.toHex(), ask("04"));
    seen.await();
    assertEquals(tag.uid() + "9000", ask("FFCA000000"));
  }

  @Test
  void tag_isKeptAfterEachWriteAndNotAfterReads() throws Exception {
    ask("FFB0000410");
    assertEquals(0, kept.get());
    ask("FFD600040411223344");
    assertEquals(1, kept.get());
  }

  @Test
  void powerOn_andReset_cycleTheField() throws Exception {
    assertEquals("6300", ask("FFB000FF10"));
    assertEquals("6300", ask("FFB0000410"));
    send("00");
    send("01");
    assertEquals("0300FE009000", ask("FFB0000404"));
    ask("FFB000FF10");
    send("02");
    assertEquals("0300FE009000", ask("FFB0000404"));
  }

  @Test
  void tornTag_answersThatAndLeaves() throws Exception {
    ask("04");
    tag.tearAt(new Tear(1, 1));

    assertEquals("6300", ask("FFD600040401020304"));
    assertEquals(-1, card.getInputStream().read());
    assertEquals(Departure.TORN, departure.get());
    assertEquals("0100FE00", tag.memory().slice(16, 20).toHex());
  }

  @Test
  void vpcd_hangingUp_endsThePresentation() throws Exception {
    ask("04");
    card.close();

    assertEquals(Departure.READER_CLOSED, departure.get());
    assertFalse(tag.inField());
  }

  @Test
  void close_takesTheTagAway() throws Exception {
    ask("04");
    bridge.close();

    assertEquals(Departure.TAKEN_AWAY, departure.get());
  }

  @Test
  void nobodyListening_isSaid() throws Exception {
    int port = vpcd.getLocalPort();
    vpcd.close();
    VpcdBridge second = new VpcdBridge(new ReaderFront(ReaderKind.FF_ONLY), tag);

    assertThrows(ConnectException.class, () -> second.present(port, () -> {}));
  }
}
