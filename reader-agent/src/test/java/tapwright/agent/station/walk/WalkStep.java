package tapwright.agent.station.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.PhoneView;
import tapwright.core.Bytes;

/**
 * One exchange of an encoding that nothing disturbs.
 *
 * @param torn what the tag may be when it is torn in it; nothing where it writes nothing, or where
 *     the chip writes whole or not at all
 */
record WalkStep(List<Torn> torn) {

  /**
   * A tag at one moment.
   *
   * @param memory all of it, or the NDEF file of a Type 4 tag
   * @param writes how many it has taken
   */
  record Moment(Bytes memory, int writes) {

    static Moment of(VirtualTag tag) {
      return switch (tag) {
        case EmulatedTag type2 -> new Moment(type2.memory(), type2.writes());
        case EmulatedType4Tag type4 -> new Moment(type4.ndefFile(), type4.writes());
      };
    }
  }

  /**
   * A page before and after.
   *
   * @param hard whether no order of writes can make garbage in it harmless
   */
  record Change(int page, Bytes before, Bytes after, boolean hard) {}

  private static final int FIRST_USER_PAGE = 4;

  /** The steps between these moments. */
  static List<WalkStep> of(VirtualTag tag, List<Moment> moments, RandomGenerator random) {
    List<WalkStep> steps = new ArrayList<>();
    for (int i = 1; i < moments.size(); i++) {
      steps.add(
          switch (tag) {
            case EmulatedTag type2 -> page(type2.chip(), moments, i, random);
            case EmulatedType4Tag type4 -> file(moments.get(i - 1), moments.get(i));
          });
    }
    return steps;
  }

  private static WalkStep page(
      EmulatedChip chip, List<Moment> moments, int index, RandomGenerator random) {
    int lengthPage = PhoneView.lengthPage(moments.getLast().memory());
    return new WalkStep(
        change(chip, moments.subList(index - 1, index + 1), lengthPage)
            .map(change -> TornPage.of(change, random))
            .orElse(List.of()));
  }

  private static WalkStep file(Moment before, Moment after) {
    int bytes = after.memory().size() - trailingZeros(after.memory());
    return new WalkStep(
        after.writes() > before.writes() ? TornFile.of(after.writes(), bytes) : List.of());
  }

  private static int trailingZeros(Bytes bytes) {
    int count = 0;
    while (count < bytes.size() && bytes.at(bytes.size() - 1 - count) == 0) {
      count++;
    }
    return count;
  }

  private static Optional<Change> change(EmulatedChip chip, List<Moment> two, int lengthPage) {
    for (int page = FIRST_USER_PAGE; page <= chip.lastPage(); page++) {
      Bytes was = two.getFirst().memory().slice(page * 4, page * 4 + 4);
      Bytes is = two.getLast().memory().slice(page * 4, page * 4 + 4);
      boolean whole = page > chip.lastUserPage() && page < chip.configurationPage();
      if (!was.equals(is) && !whole) {
        boolean hard = page == lengthPage || page > chip.lastUserPage();
        return Optional.of(new Change(page, was, is, hard));
      }
    }
    return Optional.empty();
  }
}
