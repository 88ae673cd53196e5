package tapwright.agent.pcsc;

import java.util.List;

/**
 * What a failure inside javax.smartcardio means, read from the PC/SC error that lies in its causes
 * (names as in pcsclite.h).
 */
final class CardFaults {

  private static final List<String> SERVICE =
      List.of(
          "SCARD_E_NO_SERVICE",
          "SCARD_E_SERVICE_STOPPED",
          "SCARD_F_COMM_ERROR",
          "SCARD_E_INVALID_HANDLE",
          "No PC/SC library");

  private static final List<String> READER =
      List.of(
          "SCARD_E_UNKNOWN_READER", "SCARD_E_READER_UNAVAILABLE", "SCARD_E_NO_READERS_AVAILABLE");

  private static final List<String> TAG =
      List.of(
          "SCARD_W_REMOVED_CARD",
          "SCARD_W_RESET_CARD",
          "SCARD_W_UNPOWERED_CARD",
          "SCARD_W_UNRESPONSIVE_CARD",
          "SCARD_E_NO_SMARTCARD",
          "SCARD_E_NOT_TRANSACTED",
          "Card has been disconnected",
          "Card has been removed");

  private static final String BUSY = "SCARD_E_SHARING_VIOLATION";

  private CardFaults() {}

  /** The fault for a failure while something was being done with a tag. */
  static ReaderFault withTag(String doing, Exception failure) {
    String text = textOf(failure);
    if (speaksOf(TAG, text)) {
      return new ReaderFault.TagGone(doing, failure);
    }
    return speaksOf(SERVICE, text) || speaksOf(READER, text) || text.contains(BUSY)
        ? withReader(doing, failure)
        : new ReaderFault.AnswerUnknown(doing, text);
  }

  /** The fault for a failure while something was being done with a reader. */
  static ReaderFault withReader(String doing, Exception failure) {
    return speaksOf(SERVICE, textOf(failure))
        ? new ReaderFault.ServiceGone(doing, failure)
        : new ReaderFault.ReaderGone(doing, failure);
  }

  /** Whether the failure only says that there is no tag to speak to. */
  static boolean saysNoTag(Exception failure) {
    return speaksOf(TAG, textOf(failure));
  }

  static boolean saysBusy(Exception failure) {
    return textOf(failure).contains(BUSY);
  }

  private static boolean speaksOf(List<String> names, String text) {
    return names.stream().anyMatch(text::contains);
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
