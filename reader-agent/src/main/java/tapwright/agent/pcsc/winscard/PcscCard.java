package tapwright.agent.pcsc.winscard;

import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;

/** A card connected to. */
final class PcscCard extends Card {

  private final PcscTerminal terminal;
  private final Connection connection;
  private final ATR atr;
  private final BasicChannel channel;
  private @Nullable Thread exclusive;

  private PcscCard(PcscTerminal terminal, Connection connection, Bytes atr) {
    this.terminal = terminal;
    this.connection = connection;
    this.atr = new ATR(atr.toArray());
    this.channel = new BasicChannel(this);
  }

  /** The card of a connection, which is ended where the card does not tell its ATR. */
  static PcscCard of(PcscTerminal terminal, Connection connection) throws ScardException {
    boolean told = false;
    try {
      Bytes atr = connection.library().atr(connection.card().handle());
      PcscCard card = new PcscCard(terminal, connection, atr);
      connection.endWith(card);
      told = true;
      return card;
    } finally {
      if (!told) {
        connection.run();
      }
    }
  }

  @Override
  public ATR getATR() {
    return atr;
  }

  @Override
  public String getProtocol() {
    long protocol = connection.card().protocol();
    if (protocol == Winscard.T0) {
      return "T=0";
    }
    return protocol == Winscard.T1 ? "T=1" : "DIRECT";
  }

  @Override
  public CardChannel getBasicChannel() {
    checkConnected();
    return channel;
  }

  /** The cards of this product have none. */
  @Override
  public CardChannel openLogicalChannel() throws CardException {
    throw new CardException("logical channels are not offered");
  }

  @Override
  public synchronized void beginExclusive() throws CardException {
    checkAccess();
    if (exclusive != null) {
      throw new CardException("exclusive access is held already");
    }
    try {
      connection.library().beginTransaction(connection.card().handle());
    } catch (ScardException e) {
      throw failed("beginning exclusive access", e);
    }
    exclusive = Thread.currentThread();
  }

  @Override
  public synchronized void endExclusive() throws CardException {
    checkConnected();
    if (!Thread.currentThread().equals(exclusive)) {
      throw new IllegalStateException("exclusive access is not held by this thread");
    }
    exclusive = null;
    try {
      connection.library().endTransaction(connection.card().handle());
    } catch (ScardException e) {
      throw failed("ending exclusive access", e);
    }
  }

  @Override
  public synchronized byte[] transmitControlCommand(int controlCode, byte[] command)
      throws CardException {
    checkAccess();
    try {
      return connection
          .library()
          .control(connection.card().handle(), controlCode, Bytes.copyOf(command))
          .toArray();
    } catch (ScardException e) {
      throw failed("sending a control command", e);
    }
  }

  @Override
  public synchronized void disconnect(boolean reset) throws CardException {
    exclusive = null;
    try {
      connection.end(reset ? Winscard.RESET : Winscard.LEAVE);
    } catch (ScardException e) {
      throw failed("disconnecting", e);
    }
  }

  synchronized Bytes exchange(Bytes command) throws CardException {
    checkAccess();
    try {
      return connection.library().transmit(connection.card(), command);
    } catch (ScardException e) {
      throw failed("sending a command", e);
    }
  }

  boolean speaksT0() {
    return connection.card().protocol() == Winscard.T0;
  }

  void checkConnected() {
    if (connection.isEnded()) {
      throw new IllegalStateException("Card has been disconnected");
    }
  }

  private void checkAccess() throws CardException {
    checkConnected();
    if (exclusive != null && !Thread.currentThread().equals(exclusive)) {
      throw new CardException("exclusive access is held by another thread");
    }
  }

  private CardException failed(String doing, ScardException failure) {
    return PcscAccess.failed(doing + " on " + terminal.getName(), failure);
  }

  @Override
  public String toString() {
    return "card on " + terminal.getName() + ", " + getProtocol();
  }
}
