package tapwright.server.main.bench.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import tapwright.core.Bytes;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.claim.DecideClaims;
import tapwright.server.main.bench.load.BenchCard;
import tapwright.server.record.access.Role;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.order.IdempotencyKey;

/** How long a claim takes from its request to a decision on record. */
final class DecisionTimes {

  private static final Caller SHOP =
      new Caller(Actor.token("BENCH", "bench"), FirstSeller.ID, Role.SHOP);

  /** Within the seven days in which the pack counts uses. */
  private static final Duration AFTER_PURCHASE = Duration.ofDays(6);

  private static final int TIMES = 100;

  private final DecideClaims decideClaims;
  private final LongSupplier nanos;

  DecisionTimes(DecideClaims decideClaims, LongSupplier nanos) {
    this.decideClaims = decideClaims;
    this.nanos = nanos;
  }

  /** The median in nanoseconds, after as many that are not counted. */
  long median(BenchCard card, Instant purchasedAt) {
    long[] took = new long[TIMES];
    for (int i = -TIMES; i < TIMES; i++) {
      long start = nanos.getAsLong();
      decide(card, purchasedAt, card.slug() + "-" + i);
      took[Math.max(0, i)] = nanos.getAsLong() - start;
    }
    Arrays.sort(took);
    return took[TIMES / 2];
  }

  private void decide(BenchCard card, Instant purchasedAt, String key) {
    ClaimRequest request =
        new ClaimRequest(
            card.id(),
            ClaimKind.REFUND,
            Reason.CHANGE_OF_MIND,
            Optional.of(purchasedAt.plus(AFTER_PURCHASE)),
            EnumSet.allOf(Evidence.class),
            Map.of("purchasedAt", purchasedAt.toString()));
    Answer<StoredClaim> answer =
        decideClaims.decide(SHOP, new IdempotencyKey(key, Bytes.ofUtf8(key)), request).join();
    switch (answer) {
      case Answer.Done<StoredClaim> ignored -> {}
      case Answer.Refused<StoredClaim> refused ->
          throw new IllegalStateException("a claim was refused: " + refused.refusal().message());
    }
  }
}
