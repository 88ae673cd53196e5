package tapwright.server.store.upkeep.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tapwright.core.card.CardId;

/** What a check has found so far. */
final class Findings {

  /** Enough to see what is wrong, few enough to read. */
  private static final int EXAMPLES = 20;

  private final Check check;
  private final List<String> examples = new ArrayList<>();
  private final SortedSet<String> notes = new TreeSet<>();
  private long count;
  private long differing;

  Findings(Check check) {
    this.check = check;
  }

  /** One more was compared, and is in order. */
  void inOrder() {
    count++;
  }

  /** One more was compared, and is not in order. */
  void differs(String how) {
    count++;
    differing++;
    if (examples.size() < EXAMPLES) {
      examples.add(how);
    }
  }

  /** Two numbers that must be the same. */
  void compare(long seen, long expected, String where) {
    if (seen == expected) {
      inOrder();
    } else {
      differs(where + ": " + seen + ", not " + expected);
    }
  }

  void note(String note) {
    notes.add(note);
  }

  CheckResult result() {
    return new CheckResult(check, count, differing, examples, List.copyOf(notes));
  }

  /** A card as people name it; a key that is none is shown as it is. */
  static String card(long key) {
    return "card " + id(key);
  }

  static String id(long key) {
    return key > 0 ? new CardId(key).toString() : String.valueOf(key);
  }
}
