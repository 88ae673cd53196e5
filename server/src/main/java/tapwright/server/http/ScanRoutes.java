package tapwright.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.Answer;
import tapwright.server.app.claim.ScanCsv;
import tapwright.server.app.claim.SentScan;
import tapwright.server.app.claim.TakeScans;

/** What carriers say of parcels, as JSON or as a table. */
final class ScanRoutes {

  private static final int OK = 200;

  private final TakeScans takeScans;

  ScanRoutes(TakeScans takeScans) {
    this.takeScans = takeScans;
  }

  CompletableFuture<Reply> take(Request request) {
    List<SentScan> scans = new ArrayList<>();
    for (ScanJson scan : request.bodyAs(ScansJson.class).scans()) {
      scans.add(scan.toScan(scans.size() + 1));
    }
    return take(request, scans);
  }

  CompletableFuture<Reply> takeCsv(Request request) {
    return switch (ScanCsv.parse(request.body())) {
      case Answer.Done<List<SentScan>> done -> take(request, done.value());
      case Answer.Refused<List<SentScan>> refused ->
          CompletableFuture.completedFuture(Reply.refused(refused.refusal(), refused.fields()));
    };
  }

  private CompletableFuture<Reply> take(Request request, List<SentScan> scans) {
    return takeScans
        .take(request.caller(), scans)
        .thenApply(answer -> Reply.of(OK, answer, taken -> taken));
  }

  /** The body of a request. */
  record ScansJson(List<ScanJson> scans) {}

  /** One scan of it. */
  record ScanJson(
      String scanId,
      String carrier,
      String cardId,
      String kind,
      @Nullable String cause,
      String at) {

    SentScan toScan(int line) {
      return new SentScan(
          line, scanId, carrier, cardId, kind, Objects.requireNonNullElse(cause, ""), at);
    }
  }
}
