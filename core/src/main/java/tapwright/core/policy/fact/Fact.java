package tapwright.core.policy.fact;

/** Something that conditions read: a fact of one value, a flag, an event, or the uses. */
public sealed interface Fact permits Choice, Flag, Event, Fact.Uses {

  /** Its name in packs and case files. */
  String key();

  /** How often the cards were tapped and shared. */
  enum Uses implements Fact {
    USES;

    @Override
    public String key() {
      return "usage";
    }
  }
}
