package tapwright.agent.station.journal;

import java.util.List;
import java.util.Optional;
import tapwright.agent.station.journal.JournalStep.Kind;
import tapwright.core.Bytes;
import tapwright.core.tag.inspect.Origin;
import tapwright.core.tag.inspect.Ownership;

/**
 * What was done to one card here: where it comes from.
 *
 * @param standing whose it is
 * @param steps newest first
 */
record CardPast(TagStanding standing, List<JournalStep> steps) {

  private static final Origin UNREAD = new Origin(Ownership.UNREAD, Optional.empty());

  private static final String NOTHING = Bytes.EMPTY.sha256().toHex();

  /** A card that was bound and turned away was never written: it has no past by that. */
  CardPast {
    boolean begun = standing instanceof TagStanding.Begun;
    steps =
        steps.stream()
            .filter(step -> step.hash() != null)
            .filter(step -> begun || step.kind() != Kind.BOUND)
            .toList();
  }

  /**
   * Where the card comes from.
   *
   * @param ordered the messages that one order allows; none to ask for any order
   */
  Origin origin(List<Bytes> ordered) {
    Optional<JournalStep> last = steps.stream().findFirst();
    return last.map(step -> new Origin(ownership(step, hashes(ordered)), Optional.of(hash(step))))
        .orElse(Origin.UNKNOWN);
  }

  /**
   * Where a card comes from that the server calls ours: what it was told of the card last, and what
   * was done here since, which may be newer or older than that.
   *
   * @param told SHA-256 of the message that the server knows of; empty where it knows of none
   * @param shown that of the message that the card shows; empty where it shows none that can be
   *     compared
   */
  Origin returned(Optional<String> told, Optional<String> shown) {
    if (steps.isEmpty() || (told.isPresent() && told.equals(shown))) {
      return told.isPresent() ? new Origin(Ownership.OURS, told) : UNREAD;
    }
    JournalStep last = steps.getFirst();
    Optional<String> here = Optional.of(hash(last));
    if (!isFinished(last) || standing instanceof TagStanding.Scrapped) {
      return new Origin(Ownership.BEGUN, here);
    }
    if (hash(last).equals(NOTHING)) {
      return told.isEmpty() && !here.equals(shown) ? UNREAD : new Origin(Ownership.EMPTIED, here);
    }
    if (told.isEmpty()) {
      return here.equals(shown) ? new Origin(Ownership.OURS, here) : UNREAD;
    }
    boolean rewritten = !here.equals(told) && (here.equals(shown) || wasOnce(told.get()));
    return new Origin(rewritten ? Ownership.REWRITTEN : Ownership.OURS, told);
  }

  private boolean wasOnce(String hash) {
    return steps.stream().filter(CardPast::isFinished).anyMatch(step -> hash(step).equals(hash));
  }

  private Ownership ownership(JournalStep last, List<String> ordered) {
    if (standing instanceof TagStanding.Scrapped) {
      return Ownership.ANOTHERS;
    }
    boolean isTheOrders = ordered.isEmpty() || ordered.contains(hash(last));
    if (!isFinished(last)) {
      return isTheOrders ? Ownership.BEGUN : before(ordered);
    }
    if (hash(last).equals(NOTHING)) {
      return Ownership.EMPTIED;
    }
    return isTheOrders ? Ownership.OURS : before(ordered);
  }

  /** Of a card that is on its way to, or holds, something else than was ordered. */
  private Ownership before(List<String> ordered) {
    boolean once =
        steps.stream().filter(CardPast::isFinished).anyMatch(step -> ordered.contains(hash(step)));
    return once ? Ownership.REWRITTEN : Ownership.ANOTHERS;
  }

  private static boolean isFinished(JournalStep step) {
    return step.kind() == Kind.VERIFIED || step.kind() == Kind.HAND_VERIFIED;
  }

  private static String hash(JournalStep step) {
    return String.valueOf(step.hash());
  }

  private static List<String> hashes(List<Bytes> messages) {
    return messages.stream().map(message -> message.sha256().toHex()).toList();
  }
}
