package tapwright.agent.pcsc;

import java.util.List;
import tapwright.agent.pcsc.winscard.ScardCode;
import tapwright.agent.pcsc.winscard.ScardCode.Meaning;

/**
 * What a failure inside javax.smartcardio means, read from the PC/SC error that lies in its causes
 * (names as in pcsclite.h).
 */
final class CardFaults {

  /** What the providers say without a code. */
  private static final String NO_LIBRARY = "No PC/SC library";

  private static final List<String> NO_TAG =
      List.of("Card has been disconnected", "Card has been removed");

  private CardFaults() {}

  /** The fault for a failure while something was being done with a tag. */
  static ReaderFault withTag(String doing, Exception failure) {
    String text = textOf(failure);
    if (saysNoTag(failure)) {
      return new ReaderFault.TagGone(doing, failure);
    }
    boolean known =
        saysNoService(text)
            || ScardCode.isNamedIn(text, Meaning.READER)
            || ScardCode.isNamedIn(text, Meaning.BUSY);
    return known ? withReader(doing, failure) : new ReaderFault.AnswerUnknown(doing, text);
  }

  /** The fault for a failure while something was being done with a reader. */
  static ReaderFault withReader(String doing, Exception failure) {
    return saysNoService(textOf(failure))
        ? withoutService(doing, failure)
        : new ReaderFault.ReaderGone(doing, failure);
  }

  /**
   * The fault for a PC/SC service that is not there; the platform's provider never finds it again.
   */
  static ReaderFault withoutService(String doing, Exception failure) {
    return isOfPlatformsProvider(failure)
        ? ReaderFault.ServiceGone.forGood(doing, failure)
        : new ReaderFault.ServiceGone(doing, failure);
  }

  /** Whether the failure only says that there is no tag to speak to. */
  static boolean saysNoTag(Exception failure) {
    String text = textOf(failure);
    return ScardCode.isNamedIn(text, Meaning.TAG) || NO_TAG.stream().anyMatch(text::contains);
  }

  static boolean saysBusy(Exception failure) {
    return ScardCode.isNamedIn(textOf(failure), Meaning.BUSY);
  }

  private static boolean saysNoService(String text) {
    return ScardCode.isNamedIn(text, Meaning.SERVICE) || text.contains(NO_LIBRARY);
  }

  private static boolean isOfPlatformsProvider(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getName().startsWith("sun.security.smartcardio");
  }

  /** The messages of the failure and all its causes. */
  private static String textOf(Throwable failure) {
    StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      text.append(": ").append(cause.getMessage());
    }
    return text.toString();
  }
}
