package tapwright.agent.reader;

import java.util.ArrayList;
import java.util.List;

/** One reader with what is believed of its model and what was learnt of it. */
final class KnownReader {

  private final ReaderProfiles profiles;
  private final String name;

  KnownReader(ReaderProfiles profiles, String name) {
    this.profiles = profiles;
    this.name = name;
  }

  /**
   * The paths worth trying: what passed last, then what the profile says, then all others; empty
   * when it is known to have none.
   */
  List<NativePath> candidates() {
    List<NativePath> ordered = new ArrayList<>();
    if (!profiles.passesNothing(name)) {
      NativePath passed = profiles.learnt(name).path();
      if (passed != null) {
        ordered.add(passed);
      }
      ordered.addAll(ReaderCatalogue.profileOf(name).abilities().paths());
      ordered.addAll(List.of(NativePath.values()));
    }
    return ordered.stream().distinct().toList();
  }

  void found(NativePath path) {
    profiles.learn(name, learnt -> learnt.with(path));
  }

  void foundNone() {
    profiles.foundNone(name);
  }

  /** The longest FAST_READ that is known, or believed, to pass. */
  int pagesPerFastRead() {
    return profiles.learnt(name).pagesPerFastRead();
  }

  /** The same, and once a start more than that. */
  int pagesToTry() {
    return profiles.fastReads().longest(name);
  }

  void passedFastRead(int pages) {
    profiles.fastReads().passed(name, pages);
  }

  void fellShort(FastReadLengths.Shortfall shortfall) {
    profiles.fastReads().fellShort(name, shortfall);
  }

  /** What one FF B0 returns: as it did last, else as the profile says. */
  int bytesPerRead() {
    int learnt = profiles.learnt(name).bytesPerRead();
    return learnt == 0 ? ReaderCatalogue.profileOf(name).abilities().bytesPerRead() : learnt;
  }

  void foundBytesPerRead(int bytes) {
    profiles.learn(name, learnt -> learnt.withBytesPerRead(bytes));
  }
}
