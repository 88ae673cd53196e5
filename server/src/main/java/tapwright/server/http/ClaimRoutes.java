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
import tapwright.core.claim.Channel;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.SenderCheck;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.claim.ClaimDesk;
import tapwright.server.app.claim.ClaimIntake;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.claim.ClaimView;
import tapwright.server.record.claim.ClaimFiles;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.list.Page;
import tapwright.server.record.list.Place;

/** Claims: decided, and shown as they stand. */
final class ClaimRoutes {

  private static final int CREATED = 201;

  private final ClaimDesk desk;

  ClaimRoutes(ClaimDesk desk) {
    this.desk = desk;
  }

  CompletableFuture<Reply> file(Request request) {
    ClaimRequestJson body = request.bodyAs(ClaimRequestJson.class);
    Optional<CardId> card = CardId.parse(body.cardId());
    if (card.isEmpty()) {
      return unknownCard(body.cardId());
    }
    return desk.decide()
        .decide(request.caller(), request.idempotencyKey(), body.toRequest(card.get()))
        .thenCompose(answer -> filed(request, answer));
  }

  private CompletableFuture<Reply> filed(Request request, Answer<StoredClaim> answer) {
    return switch (answer) {
      case Answer.Refused<StoredClaim> refused ->
          CompletableFuture.completedFuture(Reply.refused(refused.refusal(), refused.fields()));
      case Answer.Done<StoredClaim> done ->
          desk.see()
              .view(request.caller(), done.value().id())
              .thenApply(view -> Reply.of(CREATED, view, ClaimJson::of));
    };
  }

  CompletableFuture<Reply> view(Request request) {
    return desk.see()
        .view(request.caller(), request.path("claimId"))
        .thenApply(answer -> Reply.of(200, answer, ClaimJson::of));
  }

  CompletableFuture<Reply> trail(Request request) {
    return desk.see()
        .trail(request.caller(), request.path("claimId"))
        .thenApply(answer -> Reply.of(200, answer, TrailJson::of));
  }

  /** The claims of a card, or those of all cards that wait for somebody. */
  CompletableFuture<Reply> list(Request request) {
    Optional<String> spelt = request.query("cardId");
    if (spelt.isEmpty()) {
      return queue(request);
    }
    Optional<CardId> card = CardId.parse(spelt.get());
    return card.isEmpty() ? unknownCard(spelt.get()) : ofCard(request, card.get());
  }

  private CompletableFuture<Reply> ofCard(Request request, CardId card) {
    Page page = Cursor.page(request);
    return desk.see()
        .of(request.caller(), card, page)
        .thenApply(
            answer ->
                Reply.of(
                    200,
                    answer,
                    views ->
                        ClaimList.of(
                            views,
                            Cursor.next(
                                page, views, view -> place(view, view.claim().decidedAt())))));
  }

  private CompletableFuture<Reply> queue(Request request) {
    Page page = Cursor.page(request);
    return desk.see()
        .list(
            new ClaimFiles.Filter(
                request.caller().seller(),
                request.query("state").map(word -> Word.of(ClaimState.values(), word)),
                request.query("overdue").filter("true"::equals).isPresent(),
                page))
        .thenApply(
            views ->
                Reply.ok(
                    ClaimList.of(
                        views,
                        Cursor.next(page, views, view -> place(view, view.file().changedAt())))));
  }

  private static Place place(ClaimView view, Instant at) {
    return new Place(at, view.claim().id());
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
      @Nullable Map<String, Object> facts,
      @Nullable String channel,
      @Nullable String sender,
      @Nullable String text) {

    ClaimRequest toRequest(CardId card) {
      return new ClaimRequest(
          card,
          Word.of(ClaimKind.values(), kind),
          reason == null ? Reason.UNSPECIFIED : Word.of(Reason.values(), reason),
          Optional.ofNullable(at),
          evidence == null ? EnumSet.allOf(Evidence.class) : evidence(evidence),
          OrderRoutes.texts(facts),
          intake());
    }

    private ClaimIntake intake() {
      return new ClaimIntake(
          channel == null ? Channel.API : Word.of(Channel.values(), channel),
          sender == null ? SenderCheck.UNVERIFIED : Word.of(SenderCheck.values(), sender),
          Optional.ofNullable(text));
    }

    /** Without the customer's words. */
    @Override
    public String toString() {
      return "ClaimRequestJson[" + cardId + ", " + kind + "]";
    }

    private static Set<Evidence> evidence(List<String> words) {
      Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
      words.forEach(word -> evidence.add(Word.of(Evidence.values(), word)));
      return evidence;
    }
  }

  /** Claims, and where the next ones begin. */
  record ClaimList(List<ClaimJson> claims, @Nullable String next) {

    static ClaimList of(List<ClaimView> views, @Nullable String next) {
      return new ClaimList(views.stream().map(ClaimJson::of).toList(), next);
    }
  }

  /** What happened to a claim. */
  record TrailJson(List<EntryJson> entries) {

    static TrailJson of(List<TrailEntry> entries) {
      return new TrailJson(entries.stream().map(EntryJson::of).toList());
    }
  }

  /** One entry of it. */
  record EntryJson(
      long number,
      String kind,
      @JsonRawValue String detail,
      String actor,
      String role,
      String cause,
      Instant at,
      Instant recordedAt) {

    static EntryJson of(TrailEntry entry) {
      return new EntryJson(
          entry.number(),
          entry.kind(),
          entry.detail(),
          entry.by().actor(),
          entry.by().role(),
          entry.cause(),
          entry.at(),
          entry.recordedAt());
    }
  }
}
