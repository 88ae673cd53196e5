package tapwright.core.policy.pack;

import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Fact;
import tapwright.core.policy.fact.Flag;

/**
 * What of a situation is left open on purpose, to find every cell that it can fall into.
 *
 * @param cells the values that stand for all others
 * @param open the facts that are not settled yet, a bit each
 */
public record Sketch(Cells cells, long open) {

  private static final int FIRST_FLAG = 20;
  private static final int FIRST_EVENT = 36;
  private static final int USES = 63;

  /** All is open beside the kind of the claim. */
  public static Sketch ofEverything(Cells cells) {
    long open = bit(Fact.Uses.USES);
    for (Choice choice : Choice.ALL) {
      open |= choice == Choice.CLAIM ? 0 : bit(choice);
    }
    for (Flag flag : Flag.ALL) {
      open |= bit(flag);
    }
    for (Event event : Event.ALL) {
      open |= bit(event);
    }
    return new Sketch(cells, open);
  }

  /** Only this is open. */
  public static Sketch ofOne(Cells cells, Fact fact) {
    return new Sketch(cells, bit(fact));
  }

  boolean isOpen(Fact fact) {
    return (open & bit(fact)) != 0;
  }

  Sketch without(Fact fact) {
    return new Sketch(cells, open & ~bit(fact));
  }

  /** The places live in memory only, so they may move with the lists of constants. */
  @SuppressWarnings("EnumOrdinal")
  private static long bit(Fact fact) {
    return 1L
        << switch (fact) {
          case Choice choice -> choice.ordinal();
          case Flag flag -> FIRST_FLAG + flag.ordinal();
          case Event event -> FIRST_EVENT + event.ordinal();
          case Fact.Uses _ -> USES;
        };
  }
}
