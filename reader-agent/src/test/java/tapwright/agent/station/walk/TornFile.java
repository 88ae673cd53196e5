package tapwright.agent.station.walk;

import java.util.ArrayList;
import java.util.List;
import tapwright.agent.emulator.Tear;
import tapwright.agent.emulator.VirtualTag;

/**
 * A write to the file of a Type 4 tag of which only the first bytes are stored; mixes of old and
 * new bytes are left to the test of the plan.
 */
record TornFile(Tear tear) implements Torn {

  /** From here on only each seventh byte is a place to tear: the middle of data looks the same. */
  private static final int EACH_BYTE_UP_TO = 8;

  static List<Torn> of(int write, int fileBytes) {
    List<Torn> torn = new ArrayList<>();
    for (int bytes = 0; bytes <= fileBytes; bytes += bytes < EACH_BYTE_UP_TO ? 1 : 7) {
      torn.add(new TornFile(new Tear(write, bytes)));
    }
    return torn;
  }

  @Override
  public WalkFault at(int exchange) {
    return WalkFault.NONE;
  }

  @Override
  public void plan(VirtualTag tag) {
    tag.tearAt(tear);
  }

  @Override
  public VirtualTag left(VirtualTag tag) {
    return tag;
  }

  @Override
  public boolean hard() {
    return false;
  }
}
