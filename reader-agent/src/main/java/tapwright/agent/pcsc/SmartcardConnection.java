package tapwright.agent.pcsc;

import java.util.Optional;
import java.util.Set;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** A tag connected to through javax.smartcardio. */
final class SmartcardConnection implements TagConnection {

  /** GET DATA: the UID, which the reader knows without asking the tag (PC/SC part 3 3.2.2.1.3). */
  private static final Bytes GET_UID = Bytes.ofHex("FFCA000000");

  private static final Bytes OK = Bytes.ofHex("9000");

  private static final Set<Integer> UID_SIZES = Set.of(4, 7, 10);

  private final CardTerminal terminal;
  private final Atr atr;
  private final Optional<Uid> uid;
  private Card card;

  private SmartcardConnection(CardTerminal terminal, Card card) throws CardException {
    this.terminal = terminal;
    this.card = card;
    this.atr = new Atr(Bytes.copyOf(card.getATR().getBytes()));
    this.uid = askUid(card);
  }

  static SmartcardConnection to(CardTerminal terminal) throws CardException {
    Card card = terminal.connect("*");
    try {
      return new SmartcardConnection(terminal, card);
    } catch (CardException | RuntimeException e) {
      letGo(card, e);
      throw e;
    }
  }

  @Override
  public Atr atr() {
    return atr;
  }

  @Override
  public Optional<Uid> uid() {
    return uid;
  }

  @Override
  public Bytes transmit(Bytes command) {
    try {
      return transmit(card, command);
    } catch (CardException | IllegalStateException e) {
      throw CardFaults.withTag("a command was sent to it", e);
    }
  }

  @Override
  public void reactivate() {
    try {
      card.disconnect(true);
      card = terminal.connect("*");
      requireSameTag();
    } catch (CardException | IllegalStateException e) {
      letGo(card, e);
      throw CardFaults.withTag("it was being selected anew", e);
    } catch (ReaderFault e) {
      letGo(card, e);
      throw e;
    }
  }

  @Override
  public boolean escape(Bytes command) {
    return EscapeCode.PLATFORM.stream().anyMatch(code -> escapes(code, command));
  }

  private boolean escapes(int code, Bytes command) {
    try {
      card.transmitControlCommand(code, command.toArray());
      return true;
    } catch (CardException | IllegalStateException refused) {
      return false;
    }
  }

  /** Connections are few (pcscd: 200 handles a context, pcscd.h), so one that failed is ended. */
  private static void letGo(Card card, Exception failure) {
    try {
      card.disconnect(false);
    } catch (CardException | IllegalStateException e) {
      failure.addSuppressed(e);
    }
  }

  /** A tag laid down in the place of another must not get the rest of the other's content. */
  private void requireSameTag() throws CardException {
    if (!askUid(card).equals(uid)) {
      throw new ReaderFault.TagGone("it was being selected anew; another is in its place", null);
    }
  }

  @Override
  public void close() {
    try {
      card.disconnect(false);
    } catch (CardException e) {
      // The tag or the reader went first, so there is nothing left to let go of.
      if (!CardFaults.saysNoTag(e)) {
        throw CardFaults.withReader("the tag was being let go", e);
      }
    }
  }

  private static Optional<Uid> askUid(Card card) throws CardException {
    Bytes response;
    try {
      response = transmit(card, GET_UID);
    } catch (ReaderFault.AnswerUnknown unclear) {
      return Optional.empty();
    } catch (IllegalStateException disconnected) {
      throw new CardException("asking for the UID", disconnected);
    }
    int size = response.size() - 2;
    boolean known = UID_SIZES.contains(size) && response.sliceFrom(size).equals(OK);
    return known ? Optional.of(new Uid(response.slice(0, size))) : Optional.empty();
  }

  private static Bytes transmit(Card card, Bytes command) throws CardException {
    CommandAPDU sent = new CommandAPDU(command.toArray());
    try {
      return Bytes.copyOf(card.getBasicChannel().transmit(sent).getBytes());
    } catch (IllegalArgumentException e) {
      // javax.smartcardio makes no ResponseAPDU of less than a status word.
      throw new ReaderFault.AnswerUnknown("a command was sent to the tag", "none");
    }
  }
}
