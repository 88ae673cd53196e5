package tapwright.agent.pcsc;

import java.nio.ByteBuffer;
import java.security.Provider;
import java.util.List;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import javax.smartcardio.TerminalFactorySpi;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;

/** A reader with a card of another kind on it, which gives one answer to everything. */
public final class AnsweringReader extends CardTerminal {

  private static final Bytes ATR_OF_A_CHIP_CARD = Bytes.ofHex("3B8180018080");

  private final Bytes answer;

  private AnsweringReader(Bytes answer) {
    this.answer = answer;
  }

  /** Readers of which this is the only one. */
  public static Readers with(Bytes answer) {
    Provider provider =
        new Provider("Answering", "1", "one reader with one answer") {
          private static final long serialVersionUID = 1L;

          @Override
          public Service getService(String type, String algorithm) {
            return new Service(this, type, algorithm, "Factory", null, null) {
              @Override
              public Object newInstance(@Nullable Object parameter) {
                return new Factory(new AnsweringReader(answer));
              }
            };
          }
        };
    return Readers.ofProvider("Answering", provider, new ParkingClock());
  }

  @Override
  public String getName() {
    return "Answering Reader 00 00";
  }

  @Override
  public Card connect(String protocol) {
    return new OneAnswer(answer);
  }

  @Override
  public boolean isCardPresent() {
    return true;
  }

  @Override
  public boolean waitForCardPresent(long timeout) {
    return true;
  }

  @Override
  public boolean waitForCardAbsent(long timeout) {
    return false;
  }

  private static final class Factory extends TerminalFactorySpi {

    private final CardTerminal reader;

    Factory(CardTerminal reader) {
      this.reader = reader;
    }

    @Override
    protected CardTerminals engineTerminals() {
      return new CardTerminals() {
        @Override
        public List<CardTerminal> list(State state) {
          return List.of(reader);
        }

        @Override
        public boolean waitForChange(long timeout) {
          return false;
        }
      };
    }
  }

  private static final class OneAnswer extends Card {

    private final Bytes answer;

    OneAnswer(Bytes answer) {
      this.answer = answer;
    }

    @Override
    public ATR getATR() {
      return new ATR(ATR_OF_A_CHIP_CARD.toArray());
    }

    @Override
    public String getProtocol() {
      return "T=1";
    }

    @Override
    public CardChannel getBasicChannel() {
      return new Channel(this);
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
      throw new CardException("not here");
    }

    @Override
    public void beginExclusive() {}

    @Override
    public void endExclusive() {}

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
      throw new CardException("not here");
    }

    @Override
    public void disconnect(boolean reset) {}
  }

  private static final class Channel extends CardChannel {

    private final OneAnswer card;

    Channel(OneAnswer card) {
      this.card = card;
    }

    @Override
    public Card getCard() {
      return card;
    }

    @Override
    public int getChannelNumber() {
      return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) {
      return new ResponseAPDU(card.answer.toArray());
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) {
      response.put(card.answer.toArray());
      return card.answer.size();
    }

    @Override
    public void close() {}
  }
}
