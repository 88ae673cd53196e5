package tapwright.core.policy.naive;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether something holds: yes, no, or not to be said before some facts are known.
 *
 * @param yes whether it is known to hold
 * @param waitsFor the facts that must be known first; none where it is settled
 */
record Answer(boolean yes, SortedSet<String> waitsFor) {

  static final Answer YES = new Answer(true, new TreeSet<>());
  static final Answer NO = new Answer(false, new TreeSet<>());

  static Answer of(boolean holds) {
    return holds ? YES : NO;
  }

  static Answer waits(SortedSet<String> facts) {
    return new Answer(false, facts);
  }

  static Answer waits(String fact) {
    return waits(new TreeSet<>(List.of(fact)));
  }

  boolean no() {
    return !yes && waitsFor.isEmpty();
  }

  Answer opposite() {
    return waitsFor.isEmpty() ? of(!yes) : this;
  }

  static Answer all(List<Answer> parts) {
    return parts.stream().anyMatch(Answer::no) ? NO : joined(parts, YES);
  }

  static Answer any(List<Answer> parts) {
    return parts.stream().anyMatch(Answer::yes) ? YES : joined(parts, NO);
  }

  private static Answer joined(List<Answer> parts, Answer otherwise) {
    SortedSet<String> facts = new TreeSet<>();
    parts.forEach(part -> facts.addAll(part.waitsFor));
    return facts.isEmpty() ? otherwise : waits(facts);
  }
}
