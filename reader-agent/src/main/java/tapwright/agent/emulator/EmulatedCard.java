package tapwright.agent.emulator;

import java.nio.ByteBuffer;
import java.util.Optional;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;

/** A connection to the tag of one presentation; it is void once that tag was taken away. */
final class EmulatedCard extends Card {

  private final EmulatedReader reader;
  private final long presentation;
  private final Bytes atr;
  private final Channel channel = new Channel();
  private volatile boolean connected = true;
  private volatile @Nullable Thread exclusive;

  EmulatedCard(EmulatedReader reader, long presentation, Bytes atr) {
    this.reader = reader;
    this.presentation = presentation;
    this.atr = atr;
  }

  @Override
  public ATR getATR() {
    return new ATR(atr.toArray());
  }

  @Override
  public String getProtocol() {
    return "T=1";
  }

  @Override
  public CardChannel getBasicChannel() {
    checkConnected();
    return channel;
  }

  @Override
  public CardChannel openLogicalChannel() throws CardException {
    throw new CardException("a storage card has no logical channels");
  }

  @Override
  public synchronized void beginExclusive() throws CardException {
    checkConnected();
    if (exclusive != null) {
      throw new CardException("exclusive access is held already");
    }
    exclusive = Thread.currentThread();
  }

  @Override
  public synchronized void endExclusive() throws CardException {
    if (!Thread.currentThread().equals(exclusive)) {
      throw new IllegalStateException("exclusive access is not held by this thread");
    }
    exclusive = null;
  }

  @Override
  public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
    checkConnected();
    return reader
        .escape(Bytes.copyOf(command))
        .orElseThrow(() -> new CardException("SCARD_E_UNSUPPORTED_FEATURE"))
        .toArray();
  }

  @Override
  public void disconnect(boolean reset) {
    if (connected && reset && presentation == reader.presentation()) {
      reader.cycleField();
    }
    connected = false;
    exclusive = null;
  }

  private void checkConnected() {
    if (!connected) {
      throw new IllegalStateException("Card has been disconnected");
    }
  }

  private Bytes exchange(Bytes command) throws CardException {
    checkConnected();
    Thread holder = exclusive;
    if (holder != null && !holder.equals(Thread.currentThread())) {
      throw new CardException("exclusive access is held by another thread");
    }
    Optional<Bytes> answer = reader.transmit(presentation, command);
    return answer.orElseThrow(() -> new CardException("SCARD_W_REMOVED_CARD"));
  }

  /** The basic channel, the only one there is. */
  private final class Channel extends CardChannel {

    @Override
    public Card getCard() {
      return EmulatedCard.this;
    }

    @Override
    public int getChannelNumber() {
      return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
      return new ResponseAPDU(exchange(Bytes.copyOf(command.getBytes())).toArray());
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
      byte[] sent = new byte[command.remaining()];
      command.get(sent);
      byte[] answer = exchange(Bytes.copyOf(sent)).toArray();
      response.put(answer);
      return answer.length;
    }

    @Override
    public void close() {
      throw new IllegalStateException("the basic channel cannot be closed");
    }
  }
}
