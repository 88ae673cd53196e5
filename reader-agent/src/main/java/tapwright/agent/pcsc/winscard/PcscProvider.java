package tapwright.agent.pcsc.winscard;

import java.security.Provider;
import java.util.function.LongSupplier;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;
import org.jspecify.annotations.Nullable;
import tapwright.agent.pcsc.winscard.Contexts.LibrarySource;

/**
 * The machine's readers as javax.smartcardio finds them, through its PC/SC library.
 *
 * <p>To be handed to {@code TerminalFactory.getInstance(TYPE, null, provider)}; it need not be
 * installed. Beside what javax.smartcardio asks for:
 *
 * <ul>
 *   <li>a wait for one reader never holds up another, nor does an exchange;
 *   <li>an interrupt ends a wait, by a CardException, and the thread stays interrupted;
 *   <li>a service that is not there, or went away, is looked for again by the next call;
 *   <li>{@code waitForChange} also waits where there are no readers yet, and sees them come.
 * </ul>
 */
public final class PcscProvider extends Provider {

  /** The type of its one factory, as of the platform's. */
  public static final String TYPE = "PC/SC";

  private static final long serialVersionUID = 1L;

  /**
   * A provider over the library of this machine, which is loaded when it is needed.
   *
   * @param nanos nanoseconds from an arbitrary origin, never going back
   */
  public PcscProvider(LongSupplier nanos) {
    this(() -> NativeLibrary.load(Platform.ofSystem(System.getProperty("os.name"))), nanos);
  }

  PcscProvider(LibrarySource source, LongSupplier nanos) {
    super("TapwrightPcsc", "1", "PC/SC without one context for all");
    putService(new FactoryService(this, new PcscAccess(new Contexts(source), nanos)));
  }

  /** The one service of the provider. */
  private static final class FactoryService extends Service {

    private final PcscAccess access;

    FactoryService(Provider provider, PcscAccess access) {
      super(provider, "TerminalFactory", TYPE, Factory.class.getName(), null, null);
      this.access = access;
    }

    @Override
    public Object newInstance(@Nullable Object parameter) {
      return new Factory(access);
    }
  }

  private static final class Factory extends TerminalFactorySpi {

    private final PcscAccess access;

    Factory(PcscAccess access) {
      this.access = access;
    }

    @Override
    protected CardTerminals engineTerminals() {
      return new PcscTerminals(access);
    }
  }
}
