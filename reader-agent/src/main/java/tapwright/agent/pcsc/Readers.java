package tapwright.agent.pcsc;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import tapwright.agent.pcsc.winscard.PcscProvider;

/** The readers of a machine, or the emulated ones of a process. */
public final class Readers {

  private static final String LISTING = "readers were being listed";

  private final TerminalSource source;
  private final Waiting waiting;
  private final PollClock clock;

  private Readers(TerminalSource source, Waiting waiting, PollClock clock) {
    this.source = source;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** The machine's readers through its PC/SC service and our own provider. */
  public static Readers ofPlatform(PollClock clock) {
    return ofPlatform(PcscStack.OWN, clock);
  }

  /**
   * The machine's readers through its PC/SC service.
   *
   * <p>The JDK's factory is asked for anew each time and by name: its default factory turns into
   * one without readers, for good, when the service is down at first use.
   */
  public static Readers ofPlatform(PcscStack stack, PollClock clock) {
    return switch (stack) {
      case OWN -> {
        Provider own = new PcscProvider(clock::nanos);
        yield new Readers(terminalsOf(PcscProvider.TYPE, own), Waiting.INSIDE, clock);
      }
      case JDK ->
          new Readers(
              () -> TerminalFactory.getInstance(PcscProvider.TYPE, null).terminals(),
              Waiting.POLLING,
              clock);
    };
  }

  /** The readers that a provider of javax.smartcardio offers under a type. */
  public static Readers ofProvider(String type, Provider provider, PollClock clock) {
    return new Readers(terminalsOf(type, provider), Waiting.POLLING, clock);
  }

  /** The same, waited for inside PC/SC whatever that does to other readers. */
  public Readers waitingInside() {
    return new Readers(source, Waiting.INSIDE, clock);
  }

  private static TerminalSource terminalsOf(String type, Provider provider) {
    return () -> TerminalFactory.getInstance(type, null, provider).terminals();
  }

  /**
   * The attached readers' names.
   *
   * @throws ReaderFault.ServiceGone when there is no PC/SC service
   */
  public List<String> names() {
    try {
      return source.terminals().list().stream().map(CardTerminal::getName).toList();
    } catch (CardException e) {
      throw CardFaults.withoutService(LISTING, e);
    } catch (NoSuchAlgorithmException e) {
      throw new ReaderFault.ServiceGone(LISTING, e); // the JDK's way; the next call may find it
    }
  }

  /** The attached readers and what is on them. */
  public List<ReaderState> states() {
    return names().stream().map(name -> open(name).state()).toList();
  }

  /**
   * A reader to lay tags on.
   *
   * @throws ReaderFault.ReaderUnknown when none of that name is attached
   */
  public ReaderSession open(String name) {
    return terminal(name)
        .map(found -> new ReaderSession(new FollowedReader(this, found), waiting, clock))
        .orElseThrow(() -> new ReaderFault.ReaderUnknown(name, names()));
  }

  Optional<CardTerminal> terminal(String name) {
    try {
      return Optional.ofNullable(source.terminals().getTerminal(name));
    } catch (NoSuchAlgorithmException e) {
      throw new ReaderFault.ServiceGone(LISTING, e);
    }
  }

  /** Where terminals come from. */
  @FunctionalInterface
  private interface TerminalSource {
    CardTerminals terminals() throws NoSuchAlgorithmException;
  }
}
