package tapwright.server.app.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Token;
import tapwright.server.record.access.TokenLife;

/**
 * Knows who shows a token.
 *
 * <p>The record is asked for each request and nothing is remembered, so that what is revoked on one
 * node opens nothing on any from then on.
 */
public final class KnowTokens {

  private static final Logger LOG = LoggerFactory.getLogger(KnowTokens.class);

  /** How well is known when a token was last shown: one write for each minute in which it is. */
  private static final Duration SEEN_WITHIN = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final InstantSource clock;

  public KnowTokens(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Who shows a secret with this hash, or why it opens nothing any more; empty where it never did.
   */
  public CompletableFuture<Optional<Answer<Caller>>> callerWith(Bytes hash) {
    Instant now = clock.instant();
    return ledger
        .readAcrossSellers(records -> records.tokens().byHash(hash))
        .thenCompose(
            token ->
                token.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : noted(token.get(), now));
  }

  private CompletableFuture<Optional<Answer<Caller>>> noted(Token token, Instant now) {
    Answer<Caller> answer = judged(token, now);
    return note(token, answer instanceof Answer.Done<Caller>, now)
        .handle(
            (done, failed) -> {
              if (failed != null) {
                LOG.warn("it is not on record that token {} was shown", token.name(), failed);
              }
              return Optional.of(answer);
            });
  }

  private static Answer<Caller> judged(Token token, Instant now) {
    return ended(token, now)
        .<Answer<Caller>>map(Answer::refused)
        .orElseGet(
            () ->
                Answer.done(
                    new Caller(
                        Actor.token(token.id(), token.name()), token.seller(), token.role())));
  }

  private static Optional<Refusal> ended(Token token, Instant now) {
    TokenLife life = token.life();
    if (life.revokedAt().isPresent()) {
      return Optional.of(
          AccessRefusal.TOKEN_REVOKED.with("name", token.name(), "at", life.revokedAt().get()));
    }
    return life.expiresAt()
        .filter(end -> life.hasExpired(now))
        .map(end -> AccessRefusal.TOKEN_EXPIRED.with("name", token.name(), "at", end));
  }

  /** Nobody waits to be let in for a note that was made within the minute. */
  private CompletableFuture<Boolean> note(Token token, boolean letIn, Instant now) {
    Optional<Instant> last = letIn ? token.life().lastSeenAt() : token.life().lastRefusedAt();
    if (last.filter(at -> at.plus(SEEN_WITHIN).isAfter(now)).isPresent()) {
      return CompletableFuture.completedFuture(true);
    }
    return ledger.write(
        token.seller(),
        records -> {
          if (letIn) {
            records.tokens().seen(token.seller(), token.id(), now);
          } else {
            records.tokens().refused(token.seller(), token.id(), now);
          }
          return true;
        });
  }
}
