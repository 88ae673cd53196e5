package tapwright.agent.tag;

import tapwright.agent.pcsc.Transport;
import tapwright.core.Bytes;

/** A connection to a card that takes command APDUs, with a count of what it took. */
public final class ApduLink {

  private final Transport transport;
  private int exchanges;

  public ApduLink(Transport transport) {
    this.transport = transport;
  }

  /** Sends one command APDU. */
  public ApduAnswer send(Bytes command) {
    exchanges++;
    return ApduAnswer.of(transport.transmit(command));
  }

  /** How many commands were sent. */
  public int exchanges() {
    return exchanges;
  }
}
