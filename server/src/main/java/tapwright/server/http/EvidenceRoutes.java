package tapwright.server.http;

import java.util.concurrent.CompletableFuture;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Evidence;
import tapwright.server.app.claim.KeepEvidence;

/** Files that come with claims, in and out. */
final class EvidenceRoutes {

  private static final int CREATED = 201;
  private static final int OK = 200;

  private final KeepEvidence evidence;

  EvidenceRoutes(KeepEvidence evidence) {
    this.evidence = evidence;
  }

  CompletableFuture<Reply> add(Request request) {
    SentFileJson body = request.bodyAs(SentFileJson.class);
    String claimId = request.path("claimId");
    return evidence
        .add(
            request.caller(),
            request.idempotencyKey("evidence/" + claimId),
            claimId,
            new KeepEvidence.SentFile(
                Word.of(Evidence.values(), body.kind()), body.name(), body.content()))
        .thenApply(answer -> Reply.of(CREATED, answer, EvidenceJson::of));
  }

  CompletableFuture<Reply> view(Request request) {
    return evidence
        .open(request.caller(), request.path("claimId"), request.path("evidenceId"))
        .thenApply(answer -> Reply.of(OK, answer, EvidenceRoutes::file));
  }

  private static FileReply file(KeepEvidence.OpenedFile opened) {
    return new FileReply(
        opened.view().file().content().mediaType(),
        opened.view().name().orElse("evidence"),
        opened.content());
  }

  /** The body of a request to keep a file; its content is in base64. */
  record SentFileJson(String kind, String name, String content) {
    @Override
    public String toString() {
      return "SentFileJson[" + kind + "]";
    }
  }
}
