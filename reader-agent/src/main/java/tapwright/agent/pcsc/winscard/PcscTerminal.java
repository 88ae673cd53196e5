package tapwright.agent.pcsc.winscard;

import java.util.List;
import java.util.Map;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** One reader by its name, whether it is attached just now or not. */
final class PcscTerminal extends CardTerminal {

  /** How long one wait inside PC/SC takes; a reader that is wedged is asked anew after it. */
  private static final long SLICE_MILLIS = 60_000;

  private static final Map<String, Long> PROTOCOLS =
      Map.of("*", Winscard.T0 | Winscard.T1, "T=0", Winscard.T0, "T=1", Winscard.T1);

  private static final String DIRECT = "direct";

  private final PcscAccess access;
  private final String name;

  PcscTerminal(PcscAccess access, String name) {
    this.access = access;
    this.name = name;
  }

  @Override
  public String getName() {
    return name;
  }

  /** Connects by {@code *}, {@code T=0}, {@code T=1} or, without a card, {@code direct}. */
  @Override
  public Card connect(String protocol) throws CardException {
    boolean direct = protocol.equalsIgnoreCase(DIRECT);
    Long protocols = PROTOCOLS.get(protocol);
    if (protocols == null && !direct) {
      throw new IllegalArgumentException(
          "protocol is \"" + protocol + "\", allowed are *, T=0, T=1, direct");
    }
    try {
      return PcscCard.of(
          this,
          access
              .contexts()
              .connect(
                  (library, context) ->
                      protocols == null
                          ? library.connectDirect(context, name)
                          : library.connect(context, name, protocols)));
    } catch (ScardException e) {
      throw PcscAccess.failed("connecting to " + name, e);
    }
  }

  @Override
  public boolean isCardPresent() throws CardException {
    return attached(access.now(name)).hasCard();
  }

  @Override
  public boolean waitForCardPresent(long timeout) throws CardException {
    return await(true, timeout);
  }

  @Override
  public boolean waitForCardAbsent(long timeout) throws CardException {
    return await(false, timeout);
  }

  private boolean await(boolean present, long timeout) throws CardException {
    Deadline deadline = access.deadline(timeout);
    ReaderStatus status = attached(access.now(name));
    while (status.hasCard() != present && !deadline.isOver()) {
      long millis = deadline.millisLeft(SLICE_MILLIS);
      status = attached(access.change(List.of(status), millis).getFirst());
    }
    return status.hasCard() == present;
  }

  private ReaderStatus attached(ReaderStatus status) throws CardException {
    if (status.isGone()) {
      throw PcscAccess.failed(
          "watching " + name,
          ScardException.of(ScardCode.SCARD_E_READER_UNAVAILABLE, "SCardGetStatusChange"));
    }
    return status;
  }

  @Override
  public String toString() {
    return "PC/SC terminal " + name;
  }
}
