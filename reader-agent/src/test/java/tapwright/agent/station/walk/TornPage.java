package tapwright.agent.station.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.emulator.VirtualTag;
import tapwright.core.Bytes;

/**
 * What a page may hold that was being programmed when the power went.
 *
 * <ul>
 *   <li>a prefix: the bytes up to some place new, those behind it old;
 *   <li>a mix: each byte old or new, all 16 ways, which the write plan proves to be harmless;
 *   <li>garbage: bytes that are neither, of which some are drawn by seed. Garbage in the page of
 *       the length or in a configuration page no order of writes can make harmless
 *       (docs/decisions/0001): there only the end is checked, not what shows in between.
 * </ul>
 *
 * <p>Lock bytes and capability container are programmed whole or not at all (NTAG213/215/216 data
 * sheet, section 8.5).
 *
 * @param hard whether what shows in between is not checked
 */
record TornPage(int page, Bytes bytes, boolean hard) implements Torn {

  private static final int PAGE_SIZE = 4;
  private static final int MIXES = 1 << PAGE_SIZE;
  private static final int NOISES = 3;
  private static final Bytes ERASED = Bytes.ofHex("FFFFFFFF");

  /** Every mix, the prefixes among them, and some garbage. */
  static List<Torn> of(WalkStep.Change change, RandomGenerator random) {
    List<Torn> torn = new ArrayList<>();
    for (int mix = 0; mix < MIXES; mix++) {
      torn.add(new TornPage(change.page(), mixed(change, mix), false));
    }
    torn.add(new TornPage(change.page(), ERASED, change.hard()));
    for (int i = 0; i < NOISES; i++) {
      byte[] noise = new byte[PAGE_SIZE];
      random.nextBytes(noise);
      torn.add(new TornPage(change.page(), Bytes.copyOf(noise), change.hard()));
    }
    return torn.stream().distinct().toList();
  }

  @Override
  public WalkFault at(int exchange) {
    return new WalkFault(exchange, WalkFault.Kind.ANSWER_LOST);
  }

  @Override
  public void plan(VirtualTag tag) {}

  @Override
  public VirtualTag left(VirtualTag tag) {
    return switch (tag) {
      case EmulatedTag type2 ->
          CopiedTag.holding(type2, type2.memory().with(page * PAGE_SIZE, bytes));
      case EmulatedType4Tag type4 ->
          throw new IllegalArgumentException(type4.model() + " has no pages");
    };
  }

  private static Bytes mixed(WalkStep.Change change, int mix) {
    Bytes mixed = change.before();
    for (int i = 0; i < PAGE_SIZE; i++) {
      if ((mix & (1 << i)) != 0) {
        mixed = mixed.with(i, change.after().slice(i, i + 1));
      }
    }
    return mixed;
  }
}
