package tapwright.agent.main.card;

import org.jspecify.annotations.Nullable;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.TagPresentation;

/**
 * A card that was changed, in a command's JSON.
 *
 * @param exchanges what this tag took, without finding out what the reader can do
 * @param probeExchanges what that took
 * @param floor the fewest exchanges for a blank chip of this model, its message alone
 * @param counterBaseline only with a mirror
 * @param locked whether nobody can change it any more
 * @param passwordProtected whether it asks for the password that was given
 * @param keysChanged whether it has the keys that were given
 */
record ChangedCard(
    String uid,
    String chip,
    int bytes,
    int pagesWritten,
    int exchanges,
    int probeExchanges,
    int floor,
    boolean verified,
    @Nullable Integer counterBaseline,
    boolean locked,
    boolean passwordProtected,
    boolean keysChanged,
    long millis) {

  static ChangedCard of(TagPresentation tag, EncodeOutcome.Verified outcome) {
    return new ChangedCard(
        tag.uid().toString(),
        tag.modelName(),
        outcome.message().size(),
        outcome.pagesWritten(),
        outcome.exchanges(),
        tag.probeExchanges(),
        tag.floor(outcome.message()).orThrow(),
        true,
        outcome.counterBaseline(),
        outcome.finished().locked(),
        outcome.finished().protectedByPassword(),
        outcome.finished().keysChanged(),
        outcome.millis());
  }

  /** How it ended, in words: nothing where it is as open as it was. */
  String finishText() {
    return (locked ? "; locked for ever" : "")
        + (passwordProtected ? "; its password is set" : "")
        + (keysChanged ? "; its keys are set and proved" : "");
  }
}
