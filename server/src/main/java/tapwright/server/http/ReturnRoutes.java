package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.Verdict;
import tapwright.core.policy.Word;
import tapwright.server.app.claim.FindReturns;
import tapwright.server.app.claim.RmaLabel;
import tapwright.server.app.claim.RmaView;
import tapwright.server.app.claim.RunReturns;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.goods.RmaFilter;
import tapwright.server.record.list.Page;
import tapwright.server.record.list.Place;

/** Goods that come back: permitted, moved, inspected, disposed of. */
final class ReturnRoutes {

  private static final int CREATED = 201;
  private static final int OK = 200;

  private final RunReturns returns;
  private final FindReturns findReturns;

  ReturnRoutes(RunReturns returns, FindReturns findReturns) {
    this.returns = returns;
    this.findReturns = findReturns;
  }

  CompletableFuture<Reply> list(Request request) {
    RmaFilter filter =
        new RmaFilter(
            request.caller().seller(),
            request.query("state").map(word -> Word.of(RmaState.values(), word)),
            request.query("claimId"),
            Cursor.page(request));
    return findReturns.list(filter).thenApply(views -> Reply.ok(RmaList.of(views, filter.page())));
  }

  CompletableFuture<Reply> issue(Request request) {
    WantedJson body = request.bodyAs(WantedJson.class);
    String claimId = request.path("claimId");
    return returns
        .issue(
            request.caller(),
            request.idempotencyKey("rma/" + claimId),
            claimId,
            new RunReturns.Wanted(
                Optional.ofNullable(body.expiresAt()), Optional.ofNullable(body.label())))
        .thenApply(answer -> Reply.of(CREATED, answer, RmaJson::of));
  }

  CompletableFuture<Reply> view(Request request) {
    return returns
        .view(request.caller(), request.path("rmaId"))
        .thenApply(answer -> Reply.of(OK, answer, RmaJson::of));
  }

  CompletableFuture<Reply> move(Request request) {
    LegJson body = request.bodyAs(LegJson.class);
    return returns
        .move(
            request.caller(),
            request.path("rmaId"),
            new RunReturns.Leg(
                RmaEvent.Step.valueOf(body.event().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(body.at()),
                orEmpty(body.tracking()),
                orEmpty(body.cause())))
        .thenApply(answer -> Reply.of(OK, answer, RmaJson::of));
  }

  CompletableFuture<Reply> inspect(Request request) {
    FindingsJson body = request.bodyAs(FindingsJson.class);
    return returns
        .inspect(
            request.caller(),
            request.path("rmaId"),
            new Rma.Findings(
                Word.of(Verdict.values(), body.verdict()),
                orEmpty(body.notes()),
                OrderRoutes.texts(body.facts())))
        .thenApply(answer -> Reply.of(OK, answer, RmaJson::of));
  }

  CompletableFuture<Reply> dispose(Request request) {
    String to = request.bodyAs(DispositionJson.class).disposition();
    return returns
        .dispose(request.caller(), request.path("rmaId"), Word.of(Disposition.values(), to))
        .thenApply(answer -> Reply.of(OK, answer, RmaJson::of));
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  /** What is wanted of a return. */
  record WantedJson(@Nullable Instant expiresAt, @Nullable RmaLabel label) {}

  /** Something that happened to a parcel. */
  record LegJson(
      String event, @Nullable Instant at, @Nullable String tracking, @Nullable String cause) {}

  /** What an inspection found. */
  record FindingsJson(
      String verdict, @Nullable String notes, @Nullable Map<String, Object> facts) {}

  /** What becomes of goods. */
  record DispositionJson(String disposition) {}

  /** Returns, and where the next ones begin. */
  record RmaList(List<RmaJson> rmas, @Nullable String next) {

    static RmaList of(List<RmaView> views, Page page) {
      return new RmaList(
          views.stream().map(RmaJson::of).toList(),
          Cursor.next(
              page, views, view -> new Place(view.rma().way().issuedAt(), view.rma().id())));
    }
  }

  /** A return as the API shows it. */
  record RmaJson(
      String rmaId,
      String claimId,
      String cardId,
      String state,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable Instant sentAt,
      @Nullable Instant receivedAt,
      @Nullable String tracking,
      @Nullable String verdict,
      @Nullable String notes,
      @Nullable Map<String, String> facts,
      @Nullable String disposition,
      @Nullable LabelJson label) {

    static RmaJson of(RmaView view) {
      Rma rma = view.rma();
      Optional<Rma.Findings> found = rma.findings();
      return new RmaJson(
          rma.id(),
          rma.claimId(),
          rma.card().toString(),
          rma.state().word(),
          rma.way().issuedAt(),
          rma.way().expiresAt(),
          rma.way().sentAt().orElse(null),
          rma.way().receivedAt().orElse(null),
          rma.way().tracking().isEmpty() ? null : rma.way().tracking(),
          found.map(one -> one.verdict().word()).orElse(null),
          found.map(Rma.Findings::notes).orElse(null),
          found.map(Rma.Findings::facts).orElse(null),
          rma.disposition().map(Disposition::word).orElse(null),
          view.label().map(label -> LabelJson.of(rma, label)).orElse(null));
    }
  }

  /** What is printed on the parcel: its number, and where it comes from and goes. */
  record LabelJson(String rma, List<String> from, List<String> to) {

    static LabelJson of(Rma rma, RmaLabel label) {
      return new LabelJson(rma.id(), label.from(), label.to());
    }
  }
}
