package tapwright.agent.pcsc.winscard;

import java.nio.ByteBuffer;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import tapwright.core.Bytes;

/** The basic channel of a card, the only one there is. */
final class BasicChannel extends CardChannel {

  private final PcscCard card;

  BasicChannel(PcscCard card) {
    this.card = card;
  }

  @Override
  public Card getCard() {
    return card;
  }

  @Override
  public int getChannelNumber() {
    card.checkConnected();
    return 0;
  }

  @Override
  public ResponseAPDU transmit(CommandAPDU command) throws CardException {
    return new ResponseAPDU(answer(Bytes.copyOf(command.getBytes())).toArray());
  }

  @Override
  public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
    byte[] sent = new byte[command.remaining()];
    command.get(sent);
    Bytes answer = answer(Bytes.copyOf(sent));
    if (response.remaining() < answer.size()) {
      throw new IllegalArgumentException(
          "room for the response is %d bytes, needed are %d"
              .formatted(response.remaining(), answer.size()));
    }
    response.put(answer.toArray());
    return answer.size();
  }

  /** What T=0 cuts into several exchanges is one to the caller; any other answer is as it came. */
  private Bytes answer(Bytes command) throws CardException {
    return card.speaksT0() ? T0Exchange.of(card::exchange, command) : card.exchange(command);
  }

  @Override
  public void close() {
    throw new IllegalStateException("the basic channel cannot be closed");
  }
}
