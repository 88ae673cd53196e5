package tapwright.agent.emulator.type4;

import java.util.random.RandomGenerator;
import tapwright.core.Bytes;

/** Draws these bytes one after the other, then zeros. */
final class ScriptedChance implements RandomGenerator {

  private final Bytes script;
  private int next;

  ScriptedChance(Bytes... script) {
    Bytes all = Bytes.EMPTY;
    for (Bytes part : script) {
      all = all.plus(part);
    }
    this.script = all;
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("bytes only");
  }

  @Override
  public void nextBytes(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (next < script.size() ? script.at(next) : 0);
      next++;
    }
  }
}
