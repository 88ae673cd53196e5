package tapwright.agent.pcsc.winscard;

import java.util.List;
import java.util.function.LongSupplier;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;

/**
 * How terminals and cards reach PC/SC, with failures as javax.smartcardio has them.
 *
 * @param contexts one for each that waits or holds a card
 * @param nanos nanoseconds from an arbitrary origin, never going back
 */
record PcscAccess(Contexts contexts, LongSupplier nanos) {

  /** How often a reader may go between being listed and being looked at. */
  private static final int LISTINGS = 8;

  /** The names of the attached readers. */
  List<String> readers() throws CardException {
    try {
      return contexts.with(Winscard::readers);
    } catch (ScardException e) {
      throw failed("listing readers", e);
    }
  }

  /** A reader as it is now. */
  ReaderStatus now(String reader) throws CardException {
    List<ReaderStatus> unaware = List.of(ReaderStatus.unaware(reader));
    try {
      return contexts
          .with((library, context) -> library.awaitChange(context, 0, unaware))
          .getFirst();
    } catch (ScardException e) {
      throw failed("asking for the state of " + reader, e);
    }
  }

  /** The attached readers as they are now. */
  List<ReaderStatus> statuses() throws CardException {
    try {
      return contexts.with(PcscAccess::statuses);
    } catch (ScardException e) {
      throw failed("asking for the state of readers", e);
    }
  }

  private static List<ReaderStatus> statuses(Winscard library, long context) throws ScardException {
    for (int tries = 1; ; tries++) {
      List<ReaderStatus> unaware =
          library.readers(context).stream().map(ReaderStatus::unaware).toList();
      try {
        return unaware.isEmpty() ? unaware : library.awaitChange(context, 0, unaware);
      } catch (ScardException e) {
        if (!e.is(ScardCode.SCARD_E_UNKNOWN_READER) || tries == LISTINGS) {
          throw e;
        }
      }
    }
  }

  /** The readers when one of them is not as known any more, or after the time. */
  List<ReaderStatus> change(List<ReaderStatus> known, long timeoutMillis) throws CardException {
    try {
      return new StatusWait(contexts).change(known, timeoutMillis);
    } catch (ScardException e) {
      throw failed("waiting for a change at readers", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CardException("interrupted while waiting for a change at readers", e);
    }
  }

  boolean notifiesOfReaders() throws CardException {
    try {
      return contexts.library().platform().notifiesOfReaders();
    } catch (ScardException e) {
      throw failed("looking for a PC/SC library", e);
    }
  }

  Deadline deadline(long timeoutMillis) {
    return Deadline.after(nanos, timeoutMillis);
  }

  /** The failure as javax.smartcardio has it, with the code's name in its text and its cause. */
  static CardException failed(String doing, ScardException failure) {
    String message = doing + ": " + failure.getMessage();
    boolean noCard =
        failure.is(ScardCode.SCARD_E_NO_SMARTCARD) || failure.is(ScardCode.SCARD_W_REMOVED_CARD);
    return noCard
        ? new CardNotPresentException(message, failure)
        : new CardException(message, failure);
  }
}
