package tapwright.agent.pcsc.winscard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.pcsc.TagConnection;

/** Calls that fail half-way, on a library in memory: what they held has one owner, or none. */
@Timeout(60)
@ParameterizedClass
@EnumSource(Platform.class)
class PcscFailureTest {

  private static final String NAME = "Sample Reader 00 00";

  @Parameter private Platform platform = Platform.PCSCLITE;

  private FakeWinscard fake = new FakeWinscard(Platform.PCSCLITE);
  private PcscProvider provider = new PcscProvider(System::nanoTime);

  @BeforeEach
  void bind() {
    fake = new FakeWinscard(platform);
    NativeLibrary library = new NativeLibrary(platform, new FakeSymbols(fake, platform));
    provider = new PcscProvider(() -> library, System::nanoTime);
  }

  private CardTerminal terminal() throws Exception {
    return TerminalFactory.getInstance(PcscProvider.TYPE, null, provider)
        .terminals()
        .getTerminal(NAME);
  }

  private CardTerminal terminalWithCard() throws Exception {
    fake.plug(NAME);
    fake.turn(NAME);
    return terminal();
  }

  private ReaderSession session() {
    return Readers.ofProvider(PcscProvider.TYPE, provider, new ParkingClock())
        .waitingInside()
        .open(NAME);
  }

  /** A thread that waits for a card and ends when the wait does. */
  private Thread waiter(CardTerminal terminal) throws Exception {
    Thread waiter =
        Thread.ofPlatform()
            .daemon()
            .start(() -> assertThrows(CardException.class, () -> terminal.waitForCardPresent(0)));
    fake.awaitWaits(1);
    return waiter;
  }

  @Test
  void connect_toACardThatTellsNoAtr_leavesNoContextToTwo() throws Exception {
    CardTerminal terminal = terminalWithCard();
    fake.fail(ScardFunction.STATUS, ScardCode.SCARD_W_REMOVED_CARD);
    assertThrows(CardException.class, () -> terminal.connect("*"));
    fake.fail(ScardFunction.STATUS, ScardCode.SCARD_S_SUCCESS);
    Card card = terminal.connect("*");
    FutureTask<Boolean> wait = new FutureTask<>(() -> terminal.waitForCardAbsent(0));
    Thread.ofPlatform().daemon().start(wait);
    fake.awaitWaits(1);

    assertFalse(fake.waitsInAContextWithACard());
    fake.turn(NAME);
    assertTrue(wait.get());
    card.disconnect(false);
    assertEquals(0, fake.cards());
  }

  @Test
  void connect_toACardThatTellsNoAtrAndCannotBeLetGo_keepsNoReleasedContext() throws Exception {
    CardTerminal terminal = terminalWithCard();
    fake.fail(ScardFunction.STATUS, ScardCode.SCARD_W_REMOVED_CARD);
    fake.fail(ScardFunction.DISCONNECT, ScardCode.SCARD_W_REMOVED_CARD);
    assertThrows(CardException.class, () -> terminal.connect("*"));
    fake.fail(ScardFunction.STATUS, ScardCode.SCARD_S_SUCCESS);
    Card first = terminal.connect("*");
    Card second = terminal.connect("*");

    assertEquals(2, fake.cards());
    assertThrows(CardException.class, () -> first.disconnect(false));
    assertEquals(1, fake.cards());
    assertThrows(CardException.class, () -> second.disconnect(false));
    assertEquals(0, fake.cards());
  }

  @Test
  void use_thatBreaks_releasesItsContext() throws Exception {
    NativeLibrary library = new NativeLibrary(platform, new FakeSymbols(fake, platform));
    Contexts contexts = new Contexts(() -> library);

    assertThrows(
        ArithmeticException.class,
        () ->
            contexts.with(
                (winscard, context) -> {
                  throw new ArithmeticException("a defect");
                }));
    assertEquals(0, fake.contexts());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SCARD_W_REMOVED_CARD", "SCARD_E_NOT_TRANSACTED", "SCARD_E_READER_UNAVAILABLE"})
  void tag_thatLeavesBeforeItsUidIsAsked_leavesNothingBehind(ScardCode code) throws Exception {
    terminalWithCard();
    fake.fail(ScardFunction.TRANSMIT, code);
    ReaderSession session = session();
    for (int i = 0; i < 30; i++) {
      awaitTag(session);
    }

    assertEquals(0, fake.cards());
    assertTrue(fake.contexts() <= 2, fake.contexts() + " contexts are left");
  }

  /** A tag that never comes to be spoken to is no tag, or a fault, as the code has it. */
  private static void awaitTag(ReaderSession session) {
    try {
      assertTrue(session.awaitTag(Duration.ZERO).isEmpty());
    } catch (ReaderFault.ReaderGone fault) {
      assertTrue(String.valueOf(fault.getMessage()).contains("was being connected"));
    }
  }

  @Test
  void tag_thatFailsWhenSelectedAnew_leavesNothingBehind() throws Exception {
    terminalWithCard();
    TagConnection tag = session().awaitTag(Duration.ZERO).orElseThrow();
    fake.fail(ScardFunction.TRANSMIT, ScardCode.SCARD_W_REMOVED_CARD);

    assertThrows(ReaderFault.TagGone.class, tag::reactivate);
    assertEquals(0, fake.cards());
    tag.close();
  }

  @Test
  void interrupt_afterTheServiceRestartedInTheSameWait_ends() throws Exception {
    fake.plug(NAME);
    CardTerminal terminal = terminal();
    terminal.isCardPresent(); // leaves a context for the wait, which is tried again without it
    Thread waiter = waiter(terminal);
    fake.restartService();
    fake.awaitWaits(2);
    waiter.interrupt();
    waiter.join();

    fake.awaitNobodyWaiting();
    assertEquals(1, fake.contexts());
  }

  @Test
  void interrupt_whileTheServiceIsFrozen_endsAndTheWaitEndsWithTheFrost() throws Exception {
    fake.plug(NAME);
    CardTerminal terminal = terminal();
    Thread waiter = waiter(terminal);
    fake.freeze(true);
    waiter.interrupt();
    waiter.join();

    fake.freeze(false);
    fake.awaitNobodyWaiting();
    assertFalse(terminal.isCardPresent());
  }
}
