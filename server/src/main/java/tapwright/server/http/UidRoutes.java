package tapwright.server.http;

import java.util.concurrent.CompletableFuture;
import tapwright.core.tag.Uid;
import tapwright.core.wire.UidRequest;
import tapwright.server.app.station.AskUid;

/** What stations ask of chips before they make cards of them. */
final class UidRoutes {

  private final AskUid askUid;

  UidRoutes(AskUid askUid) {
    this.askUid = askUid;
  }

  CompletableFuture<Reply> ask(Request request) {
    Uid uid = Uid.ofHex(request.bodyAs(UidRequest.class).uid());
    return askUid.ask(request.caller(), uid).thenApply(Reply::ok);
  }
}
