package tapwright.agent.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.encode.PhoneView;
import tapwright.core.Bytes;

/**
 * One exchange of an encoding that nothing disturbs, and what it changes on the tag.
 *
 * @param page the one that it writes; absent where nothing changes, or where the chip writes the
 *     page whole or not at all
 */
record WalkStep(Optional<Change> page) {

  /**
   * A page before and after.
   *
   * @param hard whether no order of writes can make garbage in it harmless
   */
  record Change(int page, Bytes before, Bytes after, boolean hard) {}

  private static final int FIRST_USER_PAGE = 4;

  static List<WalkStep> of(EmulatedTag tag, List<Bytes> memories) {
    int lengthPage = PhoneView.lengthPage(memories.getLast());
    List<WalkStep> steps = new ArrayList<>();
    for (int i = 1; i < memories.size(); i++) {
      steps.add(new WalkStep(change(tag, memories.get(i - 1), memories.get(i), lengthPage)));
    }
    return steps;
  }

  private static Optional<Change> change(
      EmulatedTag tag, Bytes before, Bytes after, int lengthPage) {
    int lastUserPage = tag.chip().lastUserPage();
    for (int page = FIRST_USER_PAGE; page <= tag.chip().lastPage(); page++) {
      Bytes was = before.slice(page * 4, page * 4 + 4);
      Bytes is = after.slice(page * 4, page * 4 + 4);
      boolean whole = page > lastUserPage && page < tag.chip().configurationPage();
      if (!was.equals(is) && !whole) {
        boolean hard = page == lengthPage || page > lastUserPage;
        return Optional.of(new Change(page, was, is, hard));
      }
    }
    return Optional.empty();
  }

  /** What the page may hold when the tag is torn in this exchange. */
  List<TornPage> torn(RandomGenerator random) {
    return page.map(change -> TornPage.of(change, random)).orElse(List.of());
  }
}
