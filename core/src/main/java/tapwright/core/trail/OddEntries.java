package tapwright.core.trail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tapwright.core.Bytes;

/**
 * What was done to the entries of a chain that do not fit where they stand.
 *
 * <p>An entry goes where its link comes out right, after one of the links that are at hand. One
 * that goes nowhere was changed; or put in, where another goes to its place.
 */
final class OddEntries {

  private final List<OddEntry> odd;
  private final Consumer<ChainFault> faults;
  private boolean named;

  OddEntries(List<OddEntry> odd, Consumer<ChainFault> faults) {
    this.odd = odd;
    this.faults = faults;
  }

  void name() {
    Map<OddEntry, Long> places = new LinkedHashMap<>();
    odd.forEach(entry -> place(entry).ifPresent(place -> places.put(entry, place)));
    name(places);
    if (!odd.isEmpty() && !named) {
      changed(odd.getFirst());
    }
  }

  private void name(Map<OddEntry, Long> places) {
    for (int i = 0; i < odd.size(); i++) {
      OddEntry entry = odd.get(i);
      if (!places.containsKey(entry)) {
        nameUnplaced(i, places);
      } else if (isMoved(entry, places)) {
        fault(ChainFault.Kind.REORDERED, entry, "as entry " + places.get(entry));
      }
    }
  }

  private void nameUnplaced(int index, Map<OddEntry, Long> places) {
    OddEntry entry = odd.get(index);
    if (places.containsValue(entry.number())) {
      fault(ChainFault.Kind.ADDED, entry, "another entry, which stands behind it now");
    } else if (odd.stream().skip(index).anyMatch(later -> isBehind(later, places))) {
      fault(ChainFault.Kind.MISSING, entry, "an entry here; those behind it were numbered anew");
    } else {
      changed(entry);
    }
  }

  private void changed(OddEntry entry) {
    fault(ChainFault.Kind.CHANGED, entry, "link " + Shown.of(entry.expected()));
  }

  private static boolean isBehind(OddEntry entry, Map<OddEntry, Long> places) {
    return places.getOrDefault(entry, entry.number()) > entry.number();
  }

  /** What stands elsewhere only because others were put in or taken out before it has not moved. */
  private static boolean isMoved(OddEntry entry, Map<OddEntry, Long> places) {
    long place = places.getOrDefault(entry, 0L);
    return place != entry.number()
        && places.entrySet().stream()
            .anyMatch(
                other -> (other.getKey().number() < entry.number()) != (other.getValue() < place));
  }

  private Optional<Long> place(OddEntry entry) {
    return candidates(entry).stream().filter(at -> fits(entry, at)).findFirst();
  }

  /** Its own place first, then the nearest. */
  private Set<Long> candidates(OddEntry entry) {
    Set<Long> numbers = new LinkedHashSet<>();
    numbers.add(entry.number());
    numbers.add(entry.number() - 1);
    numbers.add(entry.number() + 1);
    odd.forEach(other -> numbers.add(other.number()));
    return numbers;
  }

  /** Its fields give a link that is kept: with it, or at the place where it belongs. */
  private boolean fits(OddEntry entry, long at) {
    List<Bytes> kept = new ArrayList<>(List.of(entry.link()));
    odd.stream().filter(other -> other.number() == at).map(OddEntry::link).forEach(kept::add);
    return odd.stream()
        .flatMap(other -> List.of(other.before(), other.link()).stream())
        .anyMatch(before -> kept.contains(entry.entry().linkAfter(before, at)));
  }

  private void fault(ChainFault.Kind kind, OddEntry entry, String expected) {
    named = true;
    faults.accept(new ChainFault(kind, entry.number(), expected));
  }
}
