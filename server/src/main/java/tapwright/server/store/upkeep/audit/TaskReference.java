package tapwright.server.store.upkeep.audit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A thing that the server names as what it did for a task.
 *
 * @param kind refund, card, subscription or holder
 * @param entry of a subscription's trail; 0 for all else
 */
record TaskReference(String kind, String id, long entry) {

  /** As the server draws ids and no person writes them: 13 digits of Crockford's base 32. */
  private static final String ID = "[0-9A-HJKMNP-TV-Z]{13}";

  private static final Pattern REFUNDS = Pattern.compile("refund (" + ID + "(?:, " + ID + ")*)");
  private static final Pattern ONE = Pattern.compile("(card|holder) (" + ID + ")");
  private static final Pattern EVENT =
      Pattern.compile("(subscription) (" + ID + ") event (\\d{1,18})");

  /** What a reference names; nothing where a person wrote it, who may write what they like. */
  static List<TaskReference> in(String reference) {
    Matcher refunds = REFUNDS.matcher(reference);
    if (refunds.matches()) {
      return Stream.of(refunds.group(1).split(", ", -1))
          .map(id -> new TaskReference("refund", id, 0))
          .toList();
    }
    Matcher one = ONE.matcher(reference);
    if (one.matches()) {
      return List.of(new TaskReference(one.group(1), one.group(2), 0));
    }
    Matcher event = EVENT.matcher(reference);
    return event.matches()
        ? List.of(new TaskReference(event.group(1), event.group(2), Long.parseLong(event.group(3))))
        : List.of();
  }

  @Override
  public String toString() {
    return kind + " " + id + (entry == 0 ? "" : " event " + entry);
  }
}
