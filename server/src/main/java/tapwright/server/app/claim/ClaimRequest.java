package tapwright.server.app.claim;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tapwright.core.card.CardId;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;

/**
 * What somebody asks for a card.
 *
 * @param at when it was sent, where that was not just now
 * @param evidence what came with it
 * @param facts what is known beyond the record; they go before what the record says
 * @param intake how it came
 */
public record ClaimRequest(
    CardId card,
    ClaimKind kind,
    Reason reason,
    Optional<Instant> at,
    Set<Evidence> evidence,
    Map<String, String> facts,
    ClaimIntake intake) {

  public ClaimRequest {
    evidence = Set.copyOf(evidence);
    facts = Map.copyOf(facts);
  }

  /** A request that says nothing of how it came. */
  public ClaimRequest(
      CardId card,
      ClaimKind kind,
      Reason reason,
      Optional<Instant> at,
      Set<Evidence> evidence,
      Map<String, String> facts) {
    this(card, kind, reason, at, evidence, facts, ClaimIntake.PLAIN);
  }

  /** What came with it, and what is shown by the way that it came and by who sent it. */
  Set<Evidence> shown() {
    return Stream.of(evidence, intake.channel().evidence(), intake.sender().evidence())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }
}
