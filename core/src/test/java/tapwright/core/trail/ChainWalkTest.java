package tapwright.core.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

class ChainWalkTest {

  private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
  private static final Bytes START = CardLink.start(new SellerId("seller-1"), new CardId(1));

  /** An entry as a test keeps it. */
  private record Kept(CardEntry entry, Bytes link) implements LinkedEntry {
    @Override
    public long number() {
      return entry.version();
    }

    @Override
    public Bytes linkAfter(Bytes before, long at) {
      return CardLink.after(before, entry.at(at));
    }

    Kept saying(String kind) {
      return new Kept(new CardEntry(number(), kind, "", "shop", "", "", AT, AT), link);
    }

    Kept at(long number) {
      return new Kept(entry.at(number), link);
    }
  }

  private static List<Kept> chain(int entries) {
    List<Kept> chain = new ArrayList<>();
    Bytes link = START;
    for (int i = 1; i <= entries; i++) {
      CardEntry entry = new CardEntry(i, "kind-" + i, "", "shop", "", "", AT, AT);
      link = CardLink.after(link, entry);
      chain.add(new Kept(entry, link));
    }
    return chain;
  }

  private static List<String> faults(List<Kept> chain) {
    List<String> faults = new ArrayList<>();
    ChainWalk walk =
        new ChainWalk(START, 0, fault -> faults.add(fault.kind().word() + " " + fault.number()));
    chain.stream().sorted(Comparator.comparingLong(Kept::number)).forEach(walk::next);
    walk.end();
    return faults;
  }

  private static List<Kept> renumbered(List<Kept> chain, int from, int by) {
    List<Kept> all = new ArrayList<>(chain.subList(0, from));
    chain.subList(from, chain.size()).forEach(kept -> all.add(kept.at(kept.number() + by)));
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 200})
  void anUntouchedChain_hasNoFault(int entries) {
    ChainWalk walk = new ChainWalk(START, entries, fault -> {});
    List<Kept> chain = chain(entries);
    chain.forEach(walk::next);
    walk.end();

    assertEquals(List.of(), faults(chain));
    assertEquals(entries, walk.last());
    assertEquals(entries == 0 ? START : chain.getLast().link(), walk.head());
    assertEquals(entries == 0 ? Bytes.EMPTY : walk.head(), walk.marked());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6})
  void aChangedEntry_isNamedAlone(int number) {
    List<Kept> chain = chain(6);
    chain.set(number - 1, chain.get(number - 1).saying("other"));

    assertEquals(List.of("changed " + number), faults(chain));
  }

  @Test
  void aChangedEntryWithANewLink_isSeenAtTheNext() {
    List<Kept> chain = chain(6);
    Kept other = chain.get(2).saying("other");
    chain.set(2, new Kept(other.entry(), other.linkAfter(chain.get(1).link(), 3)));

    assertEquals(List.of("changed 4"), faults(chain));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void aMissingEntry_isNamed(int number) {
    List<Kept> chain = chain(6);
    chain.remove(number - 1);

    assertEquals(List.of("missing " + number), faults(chain));
  }

  @Test
  void aMissingEntryWithTheRestNumberedAnew_isNamed() {
    List<Kept> chain = chain(6);
    chain.remove(2);

    assertEquals(List.of("missing 3"), faults(renumbered(chain, 2, -1)));
  }

  @Test
  void entriesThatChangedPlaces_areNamed() {
    List<Kept> chain = chain(8);
    Kept third = chain.get(2);
    chain.set(2, chain.get(5).at(3));
    chain.set(5, third.at(6));

    assertEquals(List.of("reordered 3", "reordered 6"), faults(chain));
  }

  @Test
  void entriesThatChangedPlacesWithoutTheirLinks_areNamed() {
    List<Kept> chain = chain(8);
    CardEntry third = chain.get(2).entry();
    chain.set(2, new Kept(chain.get(3).entry().at(3), chain.get(2).link()));
    chain.set(3, new Kept(third.at(4), chain.get(3).link()));

    assertEquals(List.of("reordered 3", "reordered 4"), faults(chain));
  }

  @Test
  void anAddedEntry_isNamedAlone() {
    List<Kept> chain = renumbered(chain(6), 2, 1);
    chain.add(new Kept(new CardEntry(3, "forged", "", "shop", "", "", AT, AT), Bytes.zeros(32)));

    assertEquals(List.of("added 3"), faults(chain));
  }

  @Test
  void anAddedEntryWithAFittingLink_isNamed() {
    List<Kept> chain = renumbered(chain(6), 2, 1);
    CardEntry forged = new CardEntry(3, "forged", "", "shop", "", "", AT, AT);
    chain.add(new Kept(forged, CardLink.after(chain.get(1).link(), forged)));

    assertEquals(List.of("added 4"), faults(chain));
  }

  @Test
  void anEntryBeforeTheFirst_isNamed() {
    List<Kept> chain = chain(3);
    chain.add(chain.getFirst().at(0));

    assertEquals(List.of("added 0"), faults(chain));
  }

  @Test
  void entriesThatWaitAtTheEnd_areNoFault() {
    List<Kept> chain = chain(4);
    chain.set(3, new Kept(chain.get(3).entry(), Bytes.EMPTY));
    ChainWalk walk = new ChainWalk(START, 0, fault -> {});
    chain.forEach(walk::next);

    assertEquals(List.of(), faults(chain));
    assertEquals(1, walk.unlinked());
  }

  @Test
  void aLinkThatWasTakenAway_isNamed() {
    List<Kept> chain = chain(4);
    chain.set(1, new Kept(chain.get(1).entry(), Bytes.EMPTY));

    assertEquals(List.of("changed 2"), faults(chain));
  }

  @Test
  void aChainWrittenAnew_hasAnotherHead() {
    List<Kept> chain = chain(4);
    ChainWalk walk = new ChainWalk(START, 0, fault -> {});
    chain.set(1, chain.get(1).saying("other"));
    chain.forEach(walk::next);

    assertNotEquals(chain(4).getLast().link(), walk.head());
  }

  /** Whatever is done to one chain, something is named. */
  @Test
  void anyTampering_isSeen() {
    Random random = new Random(8);
    for (int round = 0; round < 300; round++) {
      List<Kept> chain = chain(3 + random.nextInt(12));
      int index = random.nextInt(chain.size() - 1);
      int other = (index + 1 + random.nextInt(chain.size() - 1)) % chain.size();
      Kept one = chain.get(index);
      switch (random.nextInt(4)) {
        case 0 -> chain.set(index, one.saying("other"));
        case 1 -> chain.remove(index);
        case 2 -> {
          chain.set(index, chain.get(other).at(one.number()));
          chain.set(other, one.at(other + 1));
        }
        default -> {
          chain = renumbered(chain, index, 1);
          chain.add(one);
        }
      }
      assertFalse(faults(chain).isEmpty(), "round " + round);
    }
  }

  /** Much at once is still named, entry by entry. */
  @Test
  void aThousandChangedEntries_areNamed() {
    List<Kept> chain = chain(1_000).stream().map(kept -> kept.saying("other")).toList();

    assertEquals(1_000, faults(chain).size());
  }
}
