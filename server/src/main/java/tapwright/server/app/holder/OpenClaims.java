package tapwright.server.app.holder;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tapwright.core.claim.ClaimState;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.StoredClaim;

/** Claims that nobody has answered: what the customer wrote and sent along is still to be read. */
public final class OpenClaims implements StandsAgainst {

  private static final Set<ClaimState> UNANSWERED =
      EnumSet.of(ClaimState.RECEIVED, ClaimState.WAITING, ClaimState.REVIEW, ClaimState.APPEALED);

  @Override
  public List<Obstacle> of(Records records, Card card, Instant now) {
    return records.claims().of(card.seller(), card.id()).stream()
        .flatMap(claim -> obstacle(records, claim))
        .toList();
  }

  private static Stream<Obstacle> obstacle(Records records, StoredClaim claim) {
    return records.claimFiles().of(claim).stream()
        .map(file -> file.standing().state())
        .filter(UNANSWERED::contains)
        .map(
            state ->
                new Obstacle(
                    "claim",
                    claim.id() + " which is " + state.word(),
                    "when it is decided or closed"));
  }
}
