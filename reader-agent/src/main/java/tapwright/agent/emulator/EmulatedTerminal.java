package tapwright.agent.emulator;

import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;

/** One emulated reader as javax.smartcardio sees it. */
final class EmulatedTerminal extends CardTerminal {

  private final EmulatedReaders readers;
  private final EmulatedReader reader;

  EmulatedTerminal(EmulatedReaders readers, EmulatedReader reader) {
    this.readers = readers;
    this.reader = reader;
  }

  @Override
  public String getName() {
    return reader.name();
  }

  @Override
  public Card connect(String protocol) throws CardException {
    if (!protocol.equals("*") && !protocol.equals("T=1")) {
      throw new CardException("SCARD_E_PROTO_MISMATCH");
    }
    long presentation = reader.presentation();
    VirtualTag tag =
        reader.tag().orElseThrow(() -> new CardNotPresentException("SCARD_E_NO_SMARTCARD"));
    return new EmulatedCard(reader, presentation, reader.atr(tag));
  }

  @Override
  public boolean isCardPresent() {
    return reader.tag().isPresent();
  }

  @Override
  public boolean waitForCardPresent(long timeout) throws CardException {
    return Waiting.in(readers, this::isCardPresent, timeout);
  }

  @Override
  public boolean waitForCardAbsent(long timeout) throws CardException {
    return Waiting.in(readers, () -> !isCardPresent(), timeout);
  }

  @Override
  public String toString() {
    return "emulated terminal " + getName();
  }
}
