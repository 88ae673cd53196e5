package tapwright.agent.pcsc;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;

/** The readers of a machine, or the emulated ones of a process. */
public final class Readers {

  private static final String LISTING = "readers were being listed";

  private final TerminalSource source;
  private final PollClock clock;

  private Readers(TerminalSource source, PollClock clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * The machine's readers through its PC/SC service.
   *
   * <p>The factory is asked for anew each time and by name: the platform's default factory turns
   * into one without readers, for good, when the service is down at first use.
   */
  public static Readers ofPlatform(PollClock clock) {
    return new Readers(() -> TerminalFactory.getInstance("PC/SC", null).terminals(), clock);
  }

  /** The readers that a provider of javax.smartcardio offers under a type. */
  public static Readers ofProvider(String type, Provider provider, PollClock clock) {
    return new Readers(() -> TerminalFactory.getInstance(type, null, provider).terminals(), clock);
  }

  /**
   * The attached readers' names.
   *
   * @throws ReaderFault.ServiceGone when there is no PC/SC service
   */
  public List<String> names() {
    try {
      return source.terminals().list().stream().map(CardTerminal::getName).toList();
    } catch (CardException | NoSuchAlgorithmException e) {
      throw new ReaderFault.ServiceGone(LISTING, e);
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
    CardTerminal terminal = find(name);
    if (terminal == null) {
      throw new ReaderFault.ReaderUnknown(name, names());
    }
    return new ReaderSession(terminal, clock);
  }

  private @Nullable CardTerminal find(String name) {
    try {
      return source.terminals().getTerminal(name);
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
