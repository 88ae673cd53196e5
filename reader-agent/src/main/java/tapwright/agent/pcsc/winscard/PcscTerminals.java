package tapwright.agent.pcsc.winscard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** The attached readers, with what has changed since it was last waited for. */
final class PcscTerminals extends CardTerminals {

  /**
   * The list of readers is asked for anew so often: macOS does not tell that readers come, and
   * elsewhere one may come between the list and the wait.
   */
  private static final long SLICE_MILLIS = 1000;

  private final PcscAccess access;
  private Map<String, ReaderStatus> before = Map.of();
  private Map<String, ReaderStatus> last = Map.of();
  private boolean waited;

  PcscTerminals(PcscAccess access) {
    this.access = access;
  }

  @Override
  public synchronized List<CardTerminal> list(State state) throws CardException {
    List<CardTerminal> listed = new ArrayList<>();
    for (ReaderStatus reader : current(state).values()) {
      if (isIn(state, reader)) {
        listed.add(new PcscTerminal(access, reader.name()));
      }
    }
    return List.copyOf(listed);
  }

  /** What came and went is told as of the last wait, everything else as it is now. */
  private Map<String, ReaderStatus> current(State state) throws CardException {
    return switch (state) {
      case ALL -> unaware(access.readers());
      case CARD_PRESENT, CARD_ABSENT -> statuses();
      case CARD_INSERTION, CARD_REMOVAL -> waited ? last : statuses();
    };
  }

  private boolean isIn(State state, ReaderStatus reader) {
    boolean before = hadCard(reader.name());
    return switch (state) {
      case ALL -> true;
      case CARD_PRESENT -> reader.hasCard();
      case CARD_ABSENT -> !reader.hasCard();
      case CARD_INSERTION -> reader.hasCard() && !before;
      case CARD_REMOVAL -> !reader.hasCard() && before;
    };
  }

  private boolean hadCard(String name) {
    ReaderStatus status = before.get(name);
    return status != null && status.hasCard();
  }

  @Override
  public boolean waitForChange(long timeout) throws CardException {
    Deadline deadline = access.deadline(timeout);
    Map<String, ReaderStatus> known = known();
    Map<String, ReaderStatus> now = statuses();
    ReaderStatus arrivals = ReaderStatus.unaware(ReaderStatus.NOTIFICATION);
    while (isSame(known, now) && !deadline.isOver()) {
      arrivals = change(now, arrivals, deadline.millisLeft(SLICE_MILLIS));
      now = statuses();
    }
    note(known, now);
    return !isSame(known, now);
  }

  private synchronized Map<String, ReaderStatus> known() throws CardException {
    return waited ? last : statuses();
  }

  private synchronized void note(Map<String, ReaderStatus> known, Map<String, ReaderStatus> now) {
    before = known;
    last = now;
    waited = true;
  }

  /** Waits for a change, and gives what is known of comings and goings after it. */
  private ReaderStatus change(
      Map<String, ReaderStatus> readers, ReaderStatus arrivals, long timeoutMillis)
      throws CardException {
    List<ReaderStatus> watched = new ArrayList<>(readers.values());
    if (!access.notifiesOfReaders()) {
      access.change(watched, timeoutMillis);
      return arrivals;
    }
    watched.add(arrivals);
    ReaderStatus told = access.change(watched, timeoutMillis).getLast();
    return told.isGone() ? ReaderStatus.unaware(ReaderStatus.NOTIFICATION) : told;
  }

  private Map<String, ReaderStatus> statuses() throws CardException {
    return byName(access.statuses());
  }

  private static Map<String, ReaderStatus> unaware(List<String> names) {
    return byName(names.stream().map(ReaderStatus::unaware).toList());
  }

  private static Map<String, ReaderStatus> byName(List<ReaderStatus> statuses) {
    Map<String, ReaderStatus> named = new LinkedHashMap<>();
    statuses.stream().filter(it -> !it.isGone()).forEach(it -> named.put(it.name(), it));
    return named;
  }

  /** Whether the same readers have a card, or none, and not another one than before. */
  private static boolean isSame(Map<String, ReaderStatus> one, Map<String, ReaderStatus> other) {
    return one.keySet().equals(other.keySet())
        && one.values().stream().allMatch(it -> it.hasSameCardAs(other.get(it.name())));
  }
}
