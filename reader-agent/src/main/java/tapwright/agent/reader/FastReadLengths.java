package tapwright.agent.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What presentations show of how many pages one FAST_READ brings through a reader model.
 *
 * <p>One short answer may be the tag's or the air's, so that a model's length is lowered only when
 * two presentations, with no proof against them in between, fail in the same way. It is raised by
 * one that passes more, and as long as nothing has failed since the start more is asked for.
 */
final class FastReadLengths {

  private final ReaderProfiles profiles;
  private final Map<String, Shortfall> doubtByModel = new HashMap<>();
  private final Set<String> triedLonger = new HashSet<>();

  FastReadLengths(ReaderProfiles profiles) {
    this.profiles = profiles;
  }

  /**
   * A presentation in which a longer FAST_READ did not pass and a shorter one did.
   *
   * @param presentation in which that was
   * @param failed the shortest that did not pass, in pages
   * @param passed the longest that passed after it
   */
  record Shortfall(Object presentation, int failed, int passed) {

    Shortfall {
      if (passed >= failed) {
        throw new IllegalArgumentException(
            "passed is " + passed + ", allowed is less than failed, " + failed);
      }
    }

    /** Whether one limit of the reader explains both, and it was met in two presentations. */
    boolean isConfirmedBy(Shortfall other) {
      return presentation != other.presentation
          && Math.max(passed, other.passed) < Math.min(failed, other.failed);
    }
  }

  /** The length to be asked for: once a start longer than what is known to pass. */
  synchronized int longest(String reader) {
    int learnt = profiles.learnt(reader).pagesPerFastRead();
    int believed = ReaderCatalogue.profileOf(reader).abilities().pagesPerFastRead();
    boolean satisfied = learnt >= believed || triedLonger.contains(ReaderProfiles.model(reader));
    return satisfied ? learnt : Math.min(2 * learnt, believed);
  }

  /** A FAST_READ of so many pages passed. */
  synchronized void passed(String reader, int pages) {
    Shortfall doubt = doubtByModel.get(ReaderProfiles.model(reader));
    if (doubt != null && pages >= doubt.failed()) {
      doubtByModel.remove(ReaderProfiles.model(reader));
    }
    if (pages > profiles.learnt(reader).pagesPerFastRead()) {
      profiles.learn(reader, learnt -> learnt.withPagesPerFastRead(pages));
    }
  }

  /** A shorter FAST_READ passed where a longer one did not. */
  synchronized void fellShort(String reader, Shortfall now) {
    String model = ReaderProfiles.model(reader);
    triedLonger.add(model);
    if (now.passed() >= profiles.learnt(reader).pagesPerFastRead()) {
      return; // no less than what is known
    }
    Shortfall before = doubtByModel.put(model, now);
    if (before != null && before.isConfirmedBy(now)) {
      int pages = Math.max(before.passed(), now.passed());
      profiles.learn(reader, learnt -> learnt.withPagesPerFastRead(pages));
      doubtByModel.remove(model);
    }
  }
}
