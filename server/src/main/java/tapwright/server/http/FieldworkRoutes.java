package tapwright.server.http;

import java.util.concurrent.CompletableFuture;
import tapwright.core.tag.Uid;
import tapwright.core.wire.InspectionRequest;
import tapwright.core.wire.ReturnRequest;
import tapwright.core.wire.RewriteRequest;
import tapwright.server.app.claim.InspectReturns;
import tapwright.server.app.station.RewriteChips;

/** What stations do with cards that come by again: written anew, or inspected. */
final class FieldworkRoutes {

  private static final int OK = 200;

  private final RewriteChips rewriteChips;
  private final InspectReturns inspectReturns;

  FieldworkRoutes(RewriteChips rewriteChips, InspectReturns inspectReturns) {
    this.rewriteChips = rewriteChips;
    this.inspectReturns = inspectReturns;
  }

  CompletableFuture<Reply> rewrite(Request request) {
    Uid uid = Uid.ofHex(request.bodyAs(RewriteRequest.class).uid());
    return rewriteChips
        .ask(request.caller(), uid)
        .thenApply(answer -> Reply.of(OK, answer, reply -> reply));
  }

  CompletableFuture<Reply> expected(Request request) {
    String rma = request.bodyAs(ReturnRequest.class).rma();
    return inspectReturns
        .expected(request.caller(), rma)
        .thenApply(answer -> Reply.of(OK, answer, reply -> reply));
  }

  CompletableFuture<Reply> inspected(Request request) {
    return inspectReturns
        .take(
            request.caller(),
            request.idempotencyKey("inspection"),
            request.bodyAs(InspectionRequest.class))
        .thenApply(answer -> Reply.of(OK, answer, reply -> reply));
  }
}
