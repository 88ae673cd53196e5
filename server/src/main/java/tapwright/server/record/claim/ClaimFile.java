package tapwright.server.record.claim;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.claim.Channel;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimLife;
import tapwright.core.claim.ClaimMove;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Decider;
import tapwright.core.claim.Grant;
import tapwright.core.claim.SenderCheck;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Outcome;

/**
 * How a claim stands now, beside the claim with its first decision, which stays as it is.
 *
 * @param version how often it has changed, from 1 on
 * @param changedAt when it last changed
 */
public record ClaimFile(
    CardId card,
    SellerId seller,
    String claimId,
    long version,
    Standing standing,
    Intake intake,
    Instant changedAt) {

  /** The number of the decision that stands with the claim itself. */
  public static final int FIRST = 1;

  /**
   * What holds of it.
   *
   * @param outcome what the claim gets
   * @param by whose word that is
   * @param decision the number of the engine's decision that counts
   * @param aside the number of one that was taken when more was known and differs
   * @param amount what that word says of money; empty where it says nothing
   */
  public record Standing(
      ClaimState state,
      Outcome outcome,
      Decider by,
      int decision,
      Optional<Integer> aside,
      Optional<Money> amount) {

    public Standing in(ClaimState next) {
      return new Standing(next, outcome, by, decision, aside, amount);
    }

    /** After the word of a person, who may say how much money goes back. */
    public Standing settled(
        ClaimState next, Outcome settled, Decider whose, Optional<Money> granted) {
      return new Standing(next, settled, whose, decision, aside, granted);
    }

    /** After a decision of the engine that counts from now on. */
    public Standing decided(ClaimState next, Outcome decided, int number, Optional<Money> granted) {
      return new Standing(next, decided, Decider.ENGINE, number, Optional.empty(), granted);
    }

    public Standing besides(Optional<Integer> other) {
      return new Standing(state, outcome, by, decision, other, amount);
    }

    /** How much money goes back by this. */
    public Grant grant() {
      return Grant.of(outcome, amount);
    }
  }

  /**
   * How it came.
   *
   * @param text the customer's words; empty where there are none, or none that can be read any more
   * @param stated what was sent along; empty where that is only in the facts of the first decision
   */
  public record Intake(
      Channel channel, SenderCheck sender, Optional<SealedText> text, Optional<Stated> stated) {}

  /**
   * The file of a claim that has none, since it was decided by a node of an earlier version.
   *
   * @param amount what its decision says of money
   */
  public static ClaimFile of(StoredClaim claim, Optional<Money> amount) {
    Outcome outcome = Word.of(Outcome.values(), claim.outcome());
    return new ClaimFile(
        claim.card(),
        claim.seller(),
        claim.id(),
        1,
        new Standing(stateOf(outcome), outcome, Decider.ENGINE, FIRST, Optional.empty(), amount),
        new Intake(Channel.API, SenderCheck.UNVERIFIED, Optional.empty(), Optional.empty()),
        claim.decidedAt());
  }

  private static ClaimState stateOf(Outcome outcome) {
    return switch (ClaimLife.apply(ClaimState.RECEIVED, new ClaimEvent.Decided(outcome))) {
      case ClaimMove.Moved moved -> moved.state();
      case ClaimMove.Refused refused ->
          throw new IllegalStateException(refused.refusal().message());
    };
  }

  /** The same, where the word that holds says this of money. */
  public ClaimFile granting(Optional<Money> amount) {
    Standing same =
        new Standing(
            standing.state(),
            standing.outcome(),
            standing.by(),
            standing.decision(),
            standing.aside(),
            amount);
    return new ClaimFile(card, seller, claimId, version, same, intake, changedAt);
  }

  /** As it stands from now on. */
  public ClaimFile now(Standing next, Instant at) {
    return new ClaimFile(card, seller, claimId, version + 1, next, intake, at);
  }
}
