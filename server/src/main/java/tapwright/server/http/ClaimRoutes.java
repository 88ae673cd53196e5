package tapwright.server.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardId;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.claim.DecideClaims;
import tapwright.server.record.claim.StoredClaim;

/** Claims: decided, and shown as they were decided. */
final class ClaimRoutes {

  private static final int CREATED = 201;

  private final DecideClaims decideClaims;

  ClaimRoutes(DecideClaims decideClaims) {
    this.decideClaims = decideClaims;
  }

  CompletableFuture<Reply> file(Request request) {
    ClaimRequestJson body = request.bodyAs(ClaimRequestJson.class);
    Optional<CardId> card = CardId.parse(body.cardId());
    if (card.isEmpty()) {
      return unknownCard(body.cardId());
    }
    return decideClaims
        .decide(request.caller(), request.idempotencyKey(), body.toRequest(card.get()))
        .thenApply(answer -> Reply.of(CREATED, answer, ClaimJson::of));
  }

  CompletableFuture<Reply> view(Request request) {
    return decideClaims
        .find(request.caller(), request.path("claimId"))
        .thenApply(answer -> Reply.of(200, answer, ClaimJson::of));
  }

  CompletableFuture<Reply> list(Request request) {
    String spelt = request.query("cardId").orElse("");
    Optional<CardId> card = CardId.parse(spelt);
    return card.isEmpty()
        ? unknownCard(spelt)
        : decideClaims
            .of(request.caller(), card.get())
            .thenApply(
                answer ->
                    Reply.of(
                        200,
                        answer,
                        claims -> new ClaimList(claims.stream().map(ClaimJson::of).toList())));
  }

  private static CompletableFuture<Reply> unknownCard(String spelt) {
    return CompletableFuture.completedFuture(
        Reply.refused(AppRefusal.CARD_UNKNOWN.with("card", spelt)));
  }

  /** The body of a request to decide; evidence that is left out is all there. */
  record ClaimRequestJson(
      String cardId,
      String kind,
      @Nullable String reason,
      @Nullable Instant at,
      @Nullable List<String> evidence,
      @Nullable Map<String, Object> facts) {

    ClaimRequest toRequest(CardId card) {
      return new ClaimRequest(
          card,
          Word.of(ClaimKind.values(), kind),
          reason == null ? Reason.UNSPECIFIED : Word.of(Reason.values(), reason),
          Optional.ofNullable(at),
          evidence == null ? EnumSet.allOf(Evidence.class) : evidence(evidence),
          OrderRoutes.texts(facts));
    }

    private static Set<Evidence> evidence(List<String> words) {
      Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
      words.forEach(word -> evidence.add(Word.of(Evidence.values(), word)));
      return evidence;
    }
  }

  /** Claims. */
  record ClaimList(List<ClaimJson> claims) {}

  /** A claim with its decision as the API shows it. */
  record ClaimJson(
      String claimId,
      String cardId,
      String kind,
      String reason,
      Instant at,
      Instant decidedAt,
      String outcome,
      String pack,
      String packHash,
      String calendarHash,
      @JsonRawValue String decision,
      List<String> explanation,
      List<String> facts) {

    static ClaimJson of(StoredClaim claim) {
      return new ClaimJson(
          claim.id(),
          claim.card().toString(),
          claim.kind(),
          claim.reason(),
          claim.at(),
          claim.decidedAt(),
          claim.outcome(),
          claim.pack(),
          claim.packHash(),
          claim.calendarHash(),
          claim.shown(),
          claim.explanation(),
          claim.facts().toUtf8().lines().toList());
    }
  }
}
