package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardId;
import tapwright.core.trail.TrailEntry;
import tapwright.core.wire.WireContact;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;
import tapwright.server.app.claim.ClaimPapers;
import tapwright.server.app.holder.DeletionPlan;
import tapwright.server.app.holder.DeletionReason;
import tapwright.server.app.holder.FindHolders;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.holder.PersonData;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.hit.DayUse;

/** The people whom cards speak for: found, told what is kept of them, deleted. */
final class HolderRoutes {

  private static final int CREATED = 201;

  /** The one language that decisions are explained in. */
  private static final String LANGUAGE = "en";

  private final Api.People useCases;

  HolderRoutes(Api.People useCases) {
    this.useCases = useCases;
  }

  CompletableFuture<Reply> list(Request request) {
    Optional<String> card = request.query("card");
    Optional<String> account = request.query("account");
    if (card.isPresent() == account.isPresent()) {
      throw new Unreadable(
          new FieldError(
              0, "card", card.map(Shown::of).orElse(""), "either card or account, and not both"));
    }
    return found(request, card, account)
        .thenApply(seen -> Reply.ok(new HolderList(seen.stream().map(HolderJson::of).toList())));
  }

  private CompletableFuture<List<FindHolders.Seen>> found(
      Request request, Optional<String> card, Optional<String> account) {
    var seller = request.caller().seller();
    return account.isPresent()
        ? useCases.find().ofAccount(seller, account.get())
        : card.flatMap(CardId::parse)
            .map(id -> useCases.find().ofCard(seller, id))
            .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }

  CompletableFuture<Reply> export(Request request) {
    return useCases
        .export()
        .export(request.caller(), request.path("holderId"))
        .thenApply(answer -> Reply.of(200, answer, ExportJson::of));
  }

  CompletableFuture<Reply> ask(Request request) {
    DeletionReason reason =
        CardJson.read(DeletionReason.class, request.bodyAs(DeletionRequest.class).reason());
    return useCases
        .delete()
        .ask(request.caller(), request.path("holderId"), reason)
        .thenApply(answer -> Reply.of(CREATED, answer, PlanJson::of));
  }

  CompletableFuture<Reply> confirm(Request request) {
    return useCases
        .delete()
        .confirm(
            request.caller(),
            request.path("holderId"),
            request.bodyAs(DeletionConfirmation.class).code())
        .thenApply(answer -> Reply.of(200, answer, DeletedJson::of));
  }

  /** Why a person's data is to be deleted. */
  record DeletionRequest(String reason) {}

  /** That it is to be deleted indeed. */
  record DeletionConfirmation(String code) {
    @Override
    public String toString() {
      return "a confirmation";
    }
  }

  /** People. */
  record HolderList(List<HolderJson> holders) {}

  /** A person by our key. */
  record HolderJson(String holderId, boolean forgotten, Instant at, List<HolderCard> cards) {

    static HolderJson of(FindHolders.Seen seen) {
      return new HolderJson(
          seen.holder(), seen.forgotten(), seen.at(), HolderCard.of(seen.cards()));
    }
  }

  /** A card that speaks for a person. */
  record HolderCard(String cardId, String slug, String state) {

    static List<HolderCard> of(List<Card> cards) {
      return cards.stream()
          .map(
              card ->
                  new HolderCard(
                      card.id().toString(),
                      card.slug().value(),
                      CardJson.word(card.status().state())))
          .toList();
    }
  }

  /** What a deletion will do. */
  record PlanJson(
      String holderId,
      String code,
      Instant until,
      List<HolderCard> cards,
      List<DeletionPlan.Part> goes,
      List<DeletionPlan.Part> stays) {

    static PlanJson of(DeletionPlan plan) {
      return new PlanJson(
          plan.holder(),
          plan.code(),
          plan.until(),
          HolderCard.of(plan.cards()),
          plan.goes(),
          plan.stays());
    }
  }

  /**
   * A person who is forgotten.
   *
   * @param purged whether the key has left the record's files too
   */
  record DeletedJson(String holderId, List<HolderCard> cards, boolean purged) {

    static DeletedJson of(ForgetHolder.Forgotten done) {
      return new DeletedJson(
          done.found().holder(), HolderCard.of(done.found().cards()), done.purged());
    }
  }

  /** Everything that is kept of a person. */
  record ExportJson(
      String holderId,
      Instant exportedAt,
      String language,
      List<ExportCard> cards,
      List<TrailJson> trail) {

    static ExportJson of(PersonData data) {
      return new ExportJson(
          data.holder(),
          data.at(),
          LANGUAGE,
          data.cards().stream().map(ExportCard::of).toList(),
          data.trail().stream().map(TrailJson::of).toList());
    }
  }

  /** What is kept of one card. */
  record ExportCard(
      CardJson.Brief card,
      String order,
      String account,
      Instant orderedAt,
      @Nullable WireContact contact,
      List<CardHistory> history,
      List<DayJson> uses,
      List<ClaimWords> claims) {

    static ExportCard of(PersonData.CardData data) {
      return new ExportCard(
          CardJson.brief(data.card()),
          data.order().number(),
          data.order().account(),
          data.order().placedAt(),
          data.contact().orElse(null),
          data.history(),
          data.uses().stream().map(DayJson::of).toList(),
          data.claims().stream().map(ClaimWords::of).toList());
    }
  }

  /** Hits of a class on a day of UTC. */
  record DayJson(String day, String hitClass, long hits) {

    static DayJson of(DayUse use) {
      return new DayJson(use.day().toString(), CardJson.word(use.hitClass()), use.hits());
    }
  }

  /** A claim and what was said to it. */
  record ClaimWords(
      String claimId,
      String kind,
      String reason,
      Instant at,
      Instant decidedAt,
      String outcome,
      List<String> explanation,
      List<String> facts,
      @Nullable String text,
      List<EvidenceJson> evidence,
      List<ReturnRoutes.RmaJson> returns) {

    static ClaimWords of(ClaimPapers papers) {
      StoredClaim claim = papers.claim();
      return new ClaimWords(
          claim.id(),
          claim.kind(),
          claim.reason(),
          claim.at(),
          claim.decidedAt(),
          claim.outcome(),
          claim.explanation(),
          claim.facts().toUtf8().lines().toList(),
          papers.text().orElse(null),
          papers.files().stream().map(EvidenceJson::of).toList(),
          papers.returns().stream().map(ReturnRoutes.RmaJson::of).toList());
    }
  }

  /** What was done with the data before, without codes. */
  record TrailJson(String kind, String by, String role, Instant at) {

    static TrailJson of(TrailEntry entry) {
      return new TrailJson(entry.kind(), entry.by().actor(), entry.by().role(), entry.at());
    }
  }
}
