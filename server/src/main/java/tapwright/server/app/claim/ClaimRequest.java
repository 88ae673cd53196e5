package tapwright.server.app.claim;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 */
public record ClaimRequest(
    CardId card,
    ClaimKind kind,
    Reason reason,
    Optional<Instant> at,
    Set<Evidence> evidence,
    Map<String, String> facts) {

  public ClaimRequest {
    evidence = Set.copyOf(evidence);
    facts = Map.copyOf(facts);
  }
}
