package tapwright.agent.pcsc.winscard;

import org.jspecify.annotations.Nullable;

/**
 * A reader's name and its state as SCardGetStatusChange takes and gives it (winscard.h): flags
 * below, a count of events in the upper half.
 */
record ReaderStatus(String name, long state) {

  /**
   * The name under which pcsclite and Windows tell that readers came or went.
   *
   * <p>Windows compares the upper half of its state with the count of readers (OpenSC pull request
   * 2919), pcsclite from 2.3 on with a count of comings and goings (winscard_clnt.c). Waited for
   * with an unaware state it may therefore answer at once; waited for with the state that it told
   * last, it waits.
   */
  static final String NOTIFICATION = "\\\\?PnP?\\Notification";

  /** Where the count of events begins. */
  private static final int EVENTS = 16;

  private static final long CHANGED = 0x0002;
  private static final long UNKNOWN = 0x0004;
  private static final long UNAVAILABLE = 0x0008;
  private static final long PRESENT = 0x0020;

  /** A reader of which nothing is known yet, SCARD_STATE_UNAWARE. */
  static ReaderStatus unaware(String name) {
    return new ReaderStatus(name, 0);
  }

  /** The same reader as the library says it is now; the mark of a change is not kept. */
  ReaderStatus with(long eventState) {
    return new ReaderStatus(name, eventState & ~CHANGED);
  }

  /** The same reader as one that is not attached any more. */
  ReaderStatus gone() {
    return new ReaderStatus(name, UNKNOWN | UNAVAILABLE);
  }

  boolean hasCard() {
    return (state & PRESENT) != 0;
  }

  /** Whether nothing came or went between two states; each coming and going is counted above. */
  boolean hasSameCardAs(@Nullable ReaderStatus other) {
    return other != null
        && hasCard() == other.hasCard()
        && (state >>> EVENTS) == (other.state >>> EVENTS);
  }

  boolean isGone() {
    return (state & (UNKNOWN | UNAVAILABLE)) != 0;
  }
}
