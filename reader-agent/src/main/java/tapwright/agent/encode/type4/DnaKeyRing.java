package tapwright.agent.encode.type4;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.Checked;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;

/**
 * The five keys of a chip in the field: which it has, and their change to those of the order.
 *
 * <p>Key 0 is set last, so that where the chip has the order's the others are the order's too.
 * Where it has the factory's still, each other one is proved by a session of it before anything is
 * written: somebody else may have set it.
 */
final class DnaKeyRing {

  private static final int FIRST_OTHER = 1;

  private final DnaMaster master;
  private final DnaKeys wanted;

  /** Keys 1 to 4 as the chip has them; empty where they need no look. */
  private final List<AesKey> others = new ArrayList<>();

  DnaKeyRing(DnaMaster master, DnaKeys wanted) {
    this.master = master;
    this.wanted = wanted;
  }

  /** Whether key 0 is the order's, and with it all of them. */
  boolean isHandedOver() {
    return master.key().equals(newMaster());
  }

  /**
   * Finds out which keys the chip has; refused when one is neither the factory's nor the order's.
   *
   * @param inUse whether the card looks as if it had the order's already; they are tried first then
   */
  Checked<DnaMaster> find(boolean inUse) {
    return master
        .open(candidates(DnaKeys.MASTER, inUse))
        .then(open -> isHandedOver() ? Checked.passed(open) : findOthers(inUse));
  }

  /** They are changed in their order, so that one is most probably what the one before it is. */
  private Checked<DnaMaster> findOthers(boolean inUse) {
    Checked<DnaMaster> found = Checked.passed(master);
    boolean changed = inUse;
    for (int number = FIRST_OTHER; number < DnaKeys.COUNT; number++) {
      List<AesKey> keys = candidates(number, changed);
      int each = number;
      found = found.then(open -> open.keyOf(each, keys)).map(this::note);
      changed = !others.isEmpty() && !others.getLast().equals(AesKey.FACTORY);
    }
    return found;
  }

  private DnaMaster note(AesKey key) {
    others.add(key);
    return master;
  }

  /** Sets each of keys 1 to 4 that is not the order's yet. */
  Checked<DnaMaster> changeOthers() {
    Checked<DnaMaster> open = master.ready();
    for (int number = FIRST_OTHER; number <= others.size(); number++) {
      int each = number;
      open = open.then(it -> change(each, wanted.key(each)));
    }
    return open;
  }

  private Checked<DnaMaster> change(int number, AesKey next) {
    AesKey old = others.get(number - FIRST_OTHER);
    if (old.equals(next)) {
      return Checked.passed(master);
    }
    others.set(number - FIRST_OTHER, next);
    return master.change(number, old, next);
  }

  /** Sets whatever is not the order's yet, key 0 last. */
  Checked<DnaMaster> handOver() {
    return changeOthers().then(open -> open.hand(newMaster()));
  }

  /** Sets every key to the factory's, key 0 first. */
  Checked<DnaMaster> handBack() {
    if (isHandedOver()) {
      others.addAll(wanted.keys().subList(FIRST_OTHER, DnaKeys.COUNT));
    }
    Checked<DnaMaster> open = master.ready();
    if (!master.key().equals(AesKey.FACTORY)) {
      open = open.then(it -> it.hand(AesKey.FACTORY));
    }
    for (int number = FIRST_OTHER; number < DnaKeys.COUNT; number++) {
      int each = number;
      open = open.then(it -> change(each, AesKey.FACTORY));
    }
    return open;
  }

  private AesKey newMaster() {
    return wanted.key(DnaKeys.MASTER);
  }

  private List<AesKey> candidates(int number, boolean changed) {
    AesKey next = wanted.key(number);
    return changed ? List.of(next, AesKey.FACTORY) : List.of(AesKey.FACTORY, next);
  }
}
