package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CardTerminals.State;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tapwright.core.Bytes;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class EmulatedProviderTest {

  private static final CommandAPDU GET_UID = new CommandAPDU(0xFF, 0xCA, 0, 0, 256);

  private final EmulatedReaders readers = new EmulatedReaders();
  private final EmulatedReader first = readers.attach(ReaderKind.FF_ONLY);
  private final EmulatedReader second = readers.attach(ReaderKind.ACR122U);
  private final EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG215, new Random(1));

  private CardTerminals terminals;
  private CardTerminal terminal;

  @BeforeEach
  void open() throws Exception {
    terminals =
        TerminalFactory.getInstance(EmulatedReaders.TYPE, null, readers.provider()).terminals();
    terminal = terminals.list().getFirst();
  }

  private static List<String> names(List<CardTerminal> terminals) {
    return terminals.stream().map(CardTerminal::getName).toList();
  }

  @Test
  void list_namesReadersAsPcscdWould() throws CardException {
    List<String> names = names(terminals.list());

    assertEquals(
        List.of("Tapwright Emulated Reader 00 00", "Tapwright Emulated Reader 01 00"), names);
    assertEquals(first.name(), names.getFirst());
  }

  @Test
  void list_byState_followsTheTag() throws CardException {
    second.place(tag);

    assertEquals(List.of(second.name()), names(terminals.list(State.CARD_PRESENT)));
    assertEquals(List.of(first.name()), names(terminals.list(State.CARD_ABSENT)));
  }

  @Test
  void waitForChange_seesWhatHappenedSinceTheLastOne() throws CardException {
    assertFalse(terminals.waitForChange(1));
    first.place(tag);
    assertTrue(terminals.waitForChange(0));
    assertEquals(List.of(first.name()), names(terminals.list(State.CARD_INSERTION)));

    first.remove();
    assertTrue(terminals.waitForChange(1000));
    assertEquals(List.of(first.name()), names(terminals.list(State.CARD_REMOVAL)));
    assertEquals(List.of(), names(terminals.list(State.CARD_INSERTION)));
  }

  @Test
  void waitForCard_wakesWhenTheTagComesAndGoes() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Boolean> came =
        CompletableFuture.supplyAsync(
            () -> {
              waiting.countDown();
              return unchecked(() -> terminal.waitForCardPresent(0));
            });
    waiting.await();
    first.place(tag);
    assertTrue(came.get());

    CompletableFuture<Boolean> went =
        CompletableFuture.supplyAsync(() -> unchecked(() -> terminal.waitForCardAbsent(0)));
    first.remove();
    assertTrue(went.get());
    assertFalse(terminal.waitForCardPresent(1));
  }

  @Test
  void transmit_reachesTheTag() throws CardException {
    first.place(tag);
    Card card = terminal.connect("*");
    CardChannel channel = card.getBasicChannel();

    ResponseAPDU answer = channel.transmit(GET_UID);
    assertEquals(0x9000, answer.getSW());
    assertEquals(tag.uid().value(), Bytes.copyOf(answer.getData()));
    assertEquals(ReaderFront.ATR, Bytes.copyOf(card.getATR().getBytes()));

    ByteBuffer response = ByteBuffer.allocate(64);
    assertEquals(9, channel.transmit(ByteBuffer.wrap(GET_UID.getBytes()), response));
  }

  @Test
  void connect_withoutATag_saysSo() {
    assertThrows(CardNotPresentException.class, () -> terminal.connect("*"));
  }

  @Test
  void connect_withTheWrongProtocol_isRefused() {
    first.place(tag);
    assertThrows(CardException.class, () -> terminal.connect("T=0"));
  }

  @Test
  void connection_endsWithItsPresentation() throws CardException {
    first.place(tag);
    CardChannel channel = terminal.connect("*").getBasicChannel();
    first.remove();
    first.place(tag);

    CardException gone = assertThrows(CardException.class, () -> channel.transmit(GET_UID));
    assertEquals("SCARD_W_REMOVED_CARD", gone.getMessage());
  }

  @Test
  void tornTag_isAbsentAfterItsLastAnswer() throws CardException {
    first.place(tag);
    tag.tearAt(new Tear(1, 2));
    CardChannel channel = terminal.connect("*").getBasicChannel();

    ResponseAPDU answer =
        channel.transmit(new CommandAPDU(0xFF, 0xD6, 0, 4, new byte[] {1, 2, 3, 4}));
    assertEquals(0x6300, answer.getSW());
    assertFalse(terminal.isCardPresent());
    assertThrows(CardException.class, () -> channel.transmit(GET_UID));
  }

  @Test
  void disconnect_withReset_wakesAHaltedTag() throws CardException {
    first.place(tag);
    Card card = terminal.connect("*");
    card.getBasicChannel().transmit(new CommandAPDU(0xFF, 0xB0, 0, 0xFF, 16));
    card.disconnect(false);
    CommandAPDU read = new CommandAPDU(0xFF, 0xB0, 0, 4, 16);
    Card still = terminal.connect("*");
    assertEquals(0x6300, still.getBasicChannel().transmit(read).getSW());
    still.disconnect(true);

    assertEquals(0x9000, terminal.connect("*").getBasicChannel().transmit(read).getSW());
    assertThrows(IllegalStateException.class, card::getBasicChannel);
  }

  @Test
  void exclusiveAccess_belongsToOneThread() throws Exception {
    first.place(tag);
    Card card = terminal.connect("*");
    card.beginExclusive();
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(
            () -> unchecked(() -> card.getBasicChannel().transmit(GET_UID).getSW()));

    assertThrows(Exception.class, other::get);
    card.endExclusive();
    assertEquals(0x9000, card.getBasicChannel().transmit(GET_UID).getSW());
  }

  @Test
  void place_overAnotherTag_takesThatAway() {
    EmulatedTag other = EmulatedTag.blank(EmulatedChip.NTAG213, new Random(2));
    first.place(tag);
    first.place(other);

    assertFalse(tag.inField());
    assertEquals(other.uid(), first.tag().orElseThrow().uid());
  }

  private static <T> T unchecked(Callable<T> call) {
    try {
      return call.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
