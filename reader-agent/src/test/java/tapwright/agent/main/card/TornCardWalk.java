package tapwright.agent.main.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderFront;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.Tear;
import tapwright.agent.emulator.VpcdBridge;
import tapwright.agent.encode.PhoneView;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.pcsc.Readers;
import tapwright.core.tag.Uid;

/**
 * Runs inside a sandbox: {@code card write} on a virtual card behind a real pcscd, torn at every
 * single write in turn, and then once more on the same card.
 */
public final class TornCardWalk {

  private static final String READER = "Virtual PCD 00 00";
  private static final String LINK = "https://example.com/t/AbC123?from=a-sample-card-for-a-walk";
  private static final Uid UID = Uid.ofHex("04E141124C2880");

  private static final Duration LONGER_THAN_A_LOOK = Duration.ofMillis(900);

  private final int port;
  private final Path state;
  private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();

  private TornCardWalk(int port, Path state) {
    this.port = port;
    this.state = state;
  }

  /** Arguments: vpcd's port and a folder for state. Prints a line a tear. */
  public static void main(String[] arguments) throws Exception {
    new TornCardWalk(Integer.parseInt(arguments[0]), Path.of(arguments[1])).walk(System.out);
  }

  private void walk(PrintStream out) throws Exception {
    EmulatedTag whole = EmulatedTag.blank(EmulatedChip.NTAG215, UID);
    require(present(whole), Console.DONE, "a card that nobody takes away");
    String wanted = PhoneView.of(whole.memory());
    for (int write = 1; write <= whole.writes(); write++) {
      Tear tear = new Tear(write, write % 5);
      EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG215, UID);
      tag.tearAt(tear);
      require(present(tag), Console.WORLD_FAILED, tear);
      String shown = PhoneView.of(tag.memory());
      if (!List.of(PhoneView.NOTHING, wanted).contains(shown)) {
        throw new IllegalStateException(tear + " shows " + shown);
      }
      require(present(tag), Console.DONE, tear + ", second presentation");
      if (!PhoneView.of(tag.memory()).equals(wanted)) {
        throw new IllegalStateException(tear + " ends as " + PhoneView.of(tag.memory()));
      }
      out.println("torn at write %d after %d bytes, then finished".formatted(write, tear.bytes()));
    }
  }

  /** Lays the card down, runs the command, which waits for it, and takes the card away. */
  private int present(EmulatedTag tag) throws Exception {
    VpcdBridge bridge = new VpcdBridge(new ReaderFront(ReaderKind.ACR122U), tag);
    CompletableFuture<VpcdBridge.Departure> departure =
        CompletableFuture.supplyAsync(() -> answerOn(bridge));
    try {
      return write();
    } finally {
      bridge.close();
      departure.join();
      letPcscdLook();
    }
  }

  /**
   * pcscd looks every 0.4 s whether a card is there (PCSCLITE_STATUS_POLL_RATE), and one that is
   * back before it looked is not powered again; nothing tells from outside that it has looked.
   */
  private static void letPcscdLook() {
    new SystemClock().pause(LONGER_THAN_A_LOOK);
  }

  private VpcdBridge.Departure answerOn(VpcdBridge bridge) {
    try {
      return bridge.present(port, () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int write() {
    remarks.reset();
    Console console = new Console(printing(new ByteArrayOutputStream()), printing(remarks));
    Surroundings around = new Surroundings(readers(), new StateFolder(state), WriteRecord.NONE);
    return AgentMain.run(
        console, around, "card", "write", "--reader", READER, "--url", LINK, "--json");
  }

  private static Readers readers() {
    return Readers.ofPlatform(new SystemClock());
  }

  private static PrintStream printing(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private void require(int exitCode, int expected, Object situation) {
    if (exitCode != expected) {
      throw new IllegalStateException(situation + " ends with " + exitCode + ": " + remarks);
    }
  }
}
