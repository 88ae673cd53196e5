package tapwright.agent.emulator.type4;

/** Whether a write goes through to its end, asked before each. */
@FunctionalInterface
public interface WriteGate {

  /** How many of the bytes are stored before the tag loses its power; all of them as a rule. */
  int stored(int length);
}
