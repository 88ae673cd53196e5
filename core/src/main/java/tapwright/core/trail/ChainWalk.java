package tapwright.core.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tapwright.core.Bytes;

/**
 * Goes along one chain of entries and names what does not fit.
 *
 * <p>Each entry is compared with the link that is kept before it, not with what that link should
 * be: so one entry that was changed is one fault, and not one for each entry after it. Of what does
 * not fit, so many are held until the end to see what goes elsewhere; all else is let go at once.
 */
public final class ChainWalk {

  /** More than anybody moves by hand; what is beyond it is named as changed. */
  private static final int MOST_ODD = 32;

  private final Consumer<ChainFault> faults;
  private final long markAt;
  private final List<OddEntry> odd = new ArrayList<>();
  private final List<Long> waiting = new ArrayList<>();

  /** As kept. */
  private Bytes link;

  /** As it is when all is linked anew from the beginning. */
  private Bytes head;

  private Bytes marked = Bytes.EMPTY;
  private long last;
  private long count;

  /**
   * A walk.
   *
   * @param start what the first entry is bound to
   * @param markAt the number of the entry whose own link is wanted; 0 for none
   * @param faults is told what does not fit
   */
  public ChainWalk(Bytes start, long markAt, Consumer<ChainFault> faults) {
    this.link = start;
    this.head = start;
    this.markAt = markAt;
    this.faults = faults;
  }

  /** The next entry, in the order of their numbers. */
  public void next(LinkedEntry entry) {
    count++;
    if (entry.number() < 1) {
      fault(ChainFault.Kind.ADDED, entry.number(), "numbers from 1 on");
      return;
    }
    boolean follows = entry.number() == last + 1;
    if (!follows) {
      missing(last + 1, entry.number() - 1);
    }
    last = entry.number();
    head = entry.linkAfter(head, entry.number());
    if (entry.number() == markAt) {
      marked = head;
    }
    compare(entry, follows);
  }

  private void compare(LinkedEntry entry, boolean follows) {
    Bytes expected = entry.linkAfter(link, entry.number());
    if (entry.link().isEmpty()) {
      waiting.add(entry.number());
      link = expected;
      return;
    }
    unlinkedBefore();
    // After a gap there is nothing to compare with.
    if (follows && !expected.equals(entry.link())) {
      odd(new OddEntry(entry, link, expected));
    }
    // What follows from an emptied link tells nothing; what follows from the right one does.
    link = entry.link().size() == expected.size() ? entry.link() : expected;
  }

  /** Entries wait for their links at the end of a chain only: what comes after links them first. */
  private void unlinkedBefore() {
    waiting.forEach(
        number -> fault(ChainFault.Kind.CHANGED, number, "a link, since a later entry has one"));
    waiting.clear();
  }

  private void odd(OddEntry entry) {
    if (odd.size() < MOST_ODD) {
      odd.add(entry);
    } else {
      fault(ChainFault.Kind.CHANGED, entry.number(), "link " + Shown.of(entry.expected()));
    }
  }

  private void missing(long from, long to) {
    String expected = from == to ? "entry " + from : "entries " + from + " to " + to;
    fault(ChainFault.Kind.MISSING, from, expected);
  }

  private void fault(ChainFault.Kind kind, long number, String expected) {
    faults.accept(new ChainFault(kind, number, expected));
  }

  /** Ends the walk: what did not fit is named. */
  public void end() {
    new OddEntries(odd, faults).name();
  }

  /** How many entries there were. */
  public long count() {
    return count;
  }

  /** The number of the last one; 0 where there was none. */
  public long last() {
    return last;
  }

  /** How many at the end wait to be linked. */
  public long unlinked() {
    return waiting.size();
  }

  /** The last entry's link, as it is when all is linked anew. */
  public Bytes head() {
    return head;
  }

  /** The link of the entry that was marked, as it is when all is linked anew; else empty. */
  public Bytes marked() {
    return marked;
  }
}
