package tapwright.core.policy.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a customer asks of the seller, or what the seller observes, to be decided by a policy.
 *
 * @param kind what is asked or observed
 * @param reason why, as it was classed
 * @param at when it was sent; the decision is taken as of this instant
 * @param evidence what came along with it
 */
public record Claim(ClaimKind kind, Reason reason, Instant at, Set<Evidence> evidence) {

  public Claim {
    EnumSet<Evidence> inOrder = EnumSet.noneOf(Evidence.class);
    inOrder.addAll(evidence);
    evidence = Collections.unmodifiableSet(inOrder);
  }

  /** A claim with every kind of evidence. */
  public static Claim withAllEvidence(ClaimKind kind, Reason reason, Instant at) {
    return new Claim(kind, reason, at, EnumSet.allOf(Evidence.class));
  }

  /** The same claim for another reason. */
  public Claim because(Reason other) {
    return new Claim(kind, other, at, evidence);
  }

  /** The same claim for something else. */
  public Claim asking(ClaimKind other) {
    return new Claim(other, reason, at, evidence);
  }

  /** The same claim sent at another instant. */
  public Claim sentAt(Instant other) {
    return new Claim(kind, reason, other, evidence);
  }
}
