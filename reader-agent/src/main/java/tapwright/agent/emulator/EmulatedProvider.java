package tapwright.agent.emulator;

import java.security.Provider;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;
import org.jspecify.annotations.Nullable;

/** The emulated readers as javax.smartcardio finds them. */
final class EmulatedProvider extends Provider {

  private static final long serialVersionUID = 1L;

  EmulatedProvider(EmulatedReaders readers) {
    super("TapwrightEmulator", "1", "Tapwright's emulated readers");
    putService(new FactoryService(this, readers));
  }

  /** The one service of the provider: a factory over readers that exist already. */
  private static final class FactoryService extends Service {

    private final EmulatedReaders readers;

    FactoryService(Provider provider, EmulatedReaders readers) {
      super(provider, "TerminalFactory", EmulatedReaders.TYPE, Factory.class.getName(), null, null);
      this.readers = readers;
    }

    @Override
    public Object newInstance(@Nullable Object parameter) {
      return new Factory(readers);
    }
  }

  private static final class Factory extends TerminalFactorySpi {

    private final EmulatedReaders readers;

    Factory(EmulatedReaders readers) {
      this.readers = readers;
    }

    @Override
    protected CardTerminals engineTerminals() {
      return new EmulatedTerminals(readers);
    }
  }
}
