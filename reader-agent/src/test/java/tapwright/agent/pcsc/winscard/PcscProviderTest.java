package tapwright.agent.pcsc.winscard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.pcsc.TagConnection;
import tapwright.core.Bytes;

/** What vpcd cannot show, on a library in memory with the layouts of each platform. */
@Timeout(60)
@ParameterizedClass
@EnumSource(Platform.class)
class PcscProviderTest {

  private static final String NAME = "Sample Reader 00 00";
  private static final String AGAIN = "Sample Reader 01 00";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final CommandAPDU READ = new CommandAPDU(Bytes.ofHex("FFB0000410").toArray());

  @Parameter private Platform platform = Platform.PCSCLITE;

  private FakeWinscard fake = new FakeWinscard(Platform.PCSCLITE);
  private PcscProvider provider = new PcscProvider(System::nanoTime);

  @BeforeEach
  void bind() {
    fake = new FakeWinscard(platform);
    NativeLibrary library = new NativeLibrary(platform, new FakeSymbols(fake, platform));
    provider = new PcscProvider(() -> library, System::nanoTime);
  }

  private CardTerminals terminals() throws Exception {
    return TerminalFactory.getInstance(PcscProvider.TYPE, null, provider).terminals();
  }

  private Readers readers() {
    return Readers.ofProvider(PcscProvider.TYPE, provider, new ParkingClock()).waitingInside();
  }

  private CardTerminal terminalWithCard() throws Exception {
    fake.plug(NAME);
    fake.turn(NAME);
    return terminals().getTerminal(NAME);
  }

  /** Runs something on another thread that waits, and returns once it does. */
  private <T> FutureTask<T> waiting(Callable<T> wait) throws Exception {
    FutureTask<T> task = new FutureTask<>(wait);
    Thread.ofPlatform().daemon().start(task);
    fake.awaitWaiting();
    return task;
  }

  @Test
  void list_givesManyLongNamesWhole() throws Exception {
    List<String> names =
        IntStream.range(0, 16).mapToObj(i -> "Ö".repeat(50) + " %02X 00".formatted(i)).toList();
    names.forEach(fake::plug);
    List<String> listed = terminals().list().stream().map(CardTerminal::getName).toList();

    assertEquals(16, listed.size());
    fake.turn(names.getLast());
    assertTrue(terminals().getTerminal(listed.getLast()).isCardPresent());
    assertEquals(1, terminals().list(CardTerminals.State.CARD_PRESENT).size());
    assertEquals(15, terminals().list(CardTerminals.State.CARD_ABSENT).size());
  }

  @Test
  void list_withoutReaders_isEmpty() throws Exception {
    assertEquals(List.of(), terminals().list());
  }

  @Test
  void list_withoutService_saysWhyAndWorksWhenItComes() throws Exception {
    fake.service(false);
    CardTerminals terminals = terminals();
    CardException why = assertThrows(CardException.class, terminals::list);
    assertTrue(String.valueOf(why.getMessage()).contains("SCARD_E_NO_SERVICE"), why.getMessage());

    fake.service(true);
    fake.plug(NAME);
    assertEquals(1, terminals.list().size());
  }

  @Test
  void waitForChange_seesAReaderComeAndGo() throws Exception {
    CardTerminals terminals = terminals();
    assertFalse(terminals.waitForChange(1)); // from here on, what comes is told whenever it comes
    FutureTask<Boolean> coming = new FutureTask<>(() -> terminals.waitForChange(10_000));
    Thread.ofPlatform().daemon().start(coming);
    fake.plugWithCard(NAME);
    assertTrue(coming.get());
    assertEquals(1, terminals.list(CardTerminals.State.CARD_INSERTION).size());

    FutureTask<Boolean> going = waiting(() -> terminals.waitForChange(0));
    fake.unplug(NAME);
    assertTrue(going.get());
    assertFalse(terminals.waitForChange(1));
  }

  @Test
  void waitForChange_atReadersThatRest_waitsAndDoesNotAskWithoutEnd() throws Exception {
    fake.plug(NAME);
    fake.plug(AGAIN);

    assertFalse(terminals().waitForChange(50));
    assertTrue(fake.waits() <= 5, fake.waits() + " waits");
  }

  @Test
  void wait_whoseHandleWindowsDoesNotKnow_isALostService() throws Exception {
    CardTerminal terminal = terminalWithCard();
    fake.fail(ScardFunction.GET_STATUS_CHANGE, ScardCode.ERROR_INVALID_HANDLE);
    CardException lost = assertThrows(CardException.class, terminal::isCardPresent);

    assertTrue(ScardCode.isNamedIn(String.valueOf(lost.getMessage()), ScardCode.Meaning.SERVICE));
    assertEquals(0, fake.contexts());
  }

  @Test
  void waitForCard_seesItComeAndGo() throws Exception {
    fake.plug(NAME);
    CardTerminal terminal = terminals().getTerminal(NAME);
    assertFalse(terminal.waitForCardPresent(1));

    FutureTask<Boolean> coming = waiting(() -> terminal.waitForCardPresent(0));
    fake.turn(NAME);
    assertTrue(coming.get());
    FutureTask<Boolean> going = waiting(() -> terminal.waitForCardAbsent(0));
    fake.turn(NAME);
    assertTrue(going.get());
  }

  @Test
  void waitForCard_atAReaderThatIsUnplugged_saysSo() throws Exception {
    fake.plug(NAME);
    CardTerminal terminal = terminals().getTerminal(NAME);
    FutureTask<String> wait =
        waiting(
            () ->
                String.valueOf(
                    assertThrows(CardException.class, () -> terminal.waitForCardPresent(0))
                        .getMessage()));
    fake.unplug(NAME);

    assertTrue(wait.get().contains("SCARD_E_READER_UNAVAILABLE"), wait.get());
  }

  @Test
  void waitForCard_interrupted_endsAndFreesItsContext() throws Exception {
    fake.plug(NAME);
    CardTerminal terminal = terminals().getTerminal(NAME);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  assertThrows(CardException.class, () -> terminal.waitForCardPresent(0));
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });
    fake.awaitWaiting();
    thread.interrupt();

    assertTrue(interrupted.get());
    assertFalse(terminal.waitForCardPresent(1));
    assertEquals(1, fake.contexts());
  }

  @Test
  void exchange_whileAnotherWaits_isInAContextOfItsOwn() throws Exception {
    CardTerminal terminal = terminalWithCard();
    fake.plug(AGAIN);
    CardTerminal empty = terminals().getTerminal(AGAIN);
    FutureTask<Boolean> wait = waiting(() -> empty.waitForCardPresent(0));
    Card card = terminal.connect("*");

    assertFalse(fake.waitsInAContextWithACard());
    assertEquals(0x9000, card.getBasicChannel().transmit(READ).getSW());
    fake.turn(AGAIN);
    assertTrue(wait.get());
  }

  @Test
  void service_thatStopsInAWait_isFoundAgainByTheNextCall() throws Exception {
    CardTerminal terminal = terminalWithCard();
    FutureTask<CardException> wait =
        waiting(() -> assertThrows(CardException.class, () -> terminal.waitForCardAbsent(0)));
    fake.service(false);
    assertTrue(String.valueOf(wait.get().getMessage()).contains("SCARD_E_NO_SERVICE"));

    fake.service(true);
    assertTrue(terminal.isCardPresent());
    assertEquals(0x9000, terminal.connect("*").getBasicChannel().transmit(READ).getSW());
  }

  @Test
  void transmit_passesTheCommandWithItsProtocol() throws Exception {
    Card card = terminalWithCard().connect("T=1");
    card.getBasicChannel().transmit(READ);
    int size = platform == Platform.PCSCLITE ? 16 : 8;

    assertEquals("T=1", card.getProtocol());
    assertArrayEquals(FakeWinscard.ATR.toArray(), card.getATR().getBytes());
    assertEquals(List.of("connect 2 2", "2/" + size + " FFB0000410"), fake.heard());
  }

  @Test
  void transmit_overT0_fetchesWhatTheCardHolds() throws Exception {
    fake.speakT0();
    Card card = terminalWithCard().connect("*");
    fake.answer(Bytes.ofHex("6C04"));
    assertEquals(0x6C04, card.getBasicChannel().transmit(READ).getSW());

    assertEquals("T=0", card.getProtocol());
    assertTrue(fake.heard().getLast().endsWith(" FFB0000404"), fake.heard().getLast());
  }

  @Test
  void control_passesCodeAndBytes() throws Exception {
    fake.plug(NAME);
    fake.answer(Bytes.ofHex("E10000000103"));
    Card card = terminals().getTerminal(NAME).connect("direct");
    byte[] answer =
        card.transmitControlCommand(
            platform.controlCode(3500), Bytes.ofHex("E000002101").toArray());
    String code = platform == Platform.WINDOWS ? "003136B0" : "42000DAC";
    String direct = platform == Platform.MACOS ? "connect 3 3" : "connect 3 0";

    assertEquals("E10000000103", Bytes.copyOf(answer).toHex());
    assertEquals(List.of(direct, "control " + code + " E000002101"), fake.heard());
  }

  @Test
  void exclusive_isATransactionOfOneThread() throws Exception {
    Card card = terminalWithCard().connect("*");
    card.beginExclusive();
    FutureTask<CardException> other =
        new FutureTask<>(
            () -> assertThrows(CardException.class, () -> card.getBasicChannel().transmit(READ)));
    Thread.ofPlatform().start(other);
    assertInstanceOf(CardException.class, other.get());
    card.endExclusive();

    assertEquals(List.of("begin", "end 0"), fake.heard().subList(1, 3));
    assertThrows(IllegalStateException.class, card::endExclusive);
  }

  @Test
  void connect_toACardOfAnotherProgram_namesTheViolation() throws Exception {
    terminalWithCard();
    fake.fail(ScardFunction.CONNECT, ScardCode.SCARD_E_SHARING_VIOLATION);

    assertTrue(readers().states().getFirst().tagPresent());
    assertThrows(ReaderFault.ReaderGone.class, () -> readers().open(NAME).awaitTag(Duration.ZERO));
  }

  @Test
  void connect_withoutACard_saysThatThereIsNone() throws Exception {
    fake.plug(NAME);
    CardTerminal terminal = terminals().getTerminal(NAME);

    assertThrows(CardNotPresentException.class, () -> terminal.connect("*"));
    assertThrows(IllegalArgumentException.class, () -> terminal.connect("T=9"));
  }

  @Test
  void card_thatWasReset_isATagThatWentAndLeavesNothingBehind() throws Exception {
    terminalWithCard();
    TagConnection tag = readers().open(NAME).awaitTag(Duration.ZERO).orElseThrow();
    fake.fail(ScardFunction.TRANSMIT, ScardCode.SCARD_W_RESET_CARD);
    fake.fail(ScardFunction.DISCONNECT, ScardCode.SCARD_W_RESET_CARD);

    assertThrows(ReaderFault.TagGone.class, () -> tag.transmit(Bytes.ofHex("FFB0000410")));
    tag.close();
    assertEquals(0, fake.cards());
  }

  /** pcscd allows 200 handles a context. */
  @Test
  void cardsTornOff_manyTimes_leaveNothingBehind() throws Exception {
    CardTerminal terminal = terminalWithCard();
    fake.fail(ScardFunction.DISCONNECT, ScardCode.SCARD_W_REMOVED_CARD);
    for (int i = 0; i < 300; i++) {
      Card card = terminal.connect("*");
      assertThrows(CardException.class, () -> card.disconnect(true));
    }

    assertEquals(0, fake.cards());
    assertTrue(fake.contexts() <= 1, fake.contexts() + " contexts are left");
  }

  @Test
  void cardThatIsForgotten_isDisconnectedInTheEnd() throws Exception {
    CardTerminal terminal = terminalWithCard();
    terminal.connect("*");
    while (fake.cards() > 0) {
      System.gc();
      Thread.onSpinWait();
    }

    assertEquals(0, fake.cards());
  }

  @Test
  void disconnect_resetsWhenTold() throws Exception {
    CardTerminal terminal = terminalWithCard();
    terminal.connect("*").disconnect(true);
    Card card = terminal.connect("*");
    card.disconnect(false);

    assertEquals("disconnect 1", fake.heard().get(1));
    assertEquals("disconnect 0", fake.heard().get(3));
    assertThrows(IllegalStateException.class, card::getBasicChannel);
  }

  @Test
  void session_findsItsReaderUnderAnotherIndex() throws Exception {
    fake.plug(NAME);
    ReaderSession session = readers().open(NAME);
    assertTrue(session.awaitTag(Duration.ZERO).isEmpty());
    fake.unplug(NAME);
    assertThrows(ReaderFault.class, () -> session.awaitTag(LONG));
    fake.plug(AGAIN);
    fake.turn(AGAIN);

    assertTrue(session.awaitTag(LONG).isPresent());
    assertEquals(AGAIN, session.name());
  }

  @Test
  void session_doesNotTakeTheReaderBesideIt() throws Exception {
    fake.plug(NAME);
    fake.plug(AGAIN);
    ReaderSession session = readers().open(NAME);
    assertTrue(session.awaitTag(Duration.ZERO).isEmpty());
    fake.unplug(NAME);
    fake.turn(AGAIN);

    assertThrows(ReaderFault.ReaderGone.class, () -> session.awaitTag(Duration.ZERO));
  }

  @Test
  void session_interrupted_givesUp() throws Exception {
    fake.plug(NAME);
    ReaderSession session = readers().open(NAME);
    CompletableFuture<Boolean> empty = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform().daemon().start(() -> empty.complete(session.awaitTag(LONG).isEmpty()));
    fake.awaitWaiting();
    thread.interrupt();

    assertTrue(empty.get());
  }
}
