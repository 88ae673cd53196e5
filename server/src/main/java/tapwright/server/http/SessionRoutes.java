package tapwright.server.http;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.Caller;

/** Who asks, and the way out, for programs that people have signed in with. */
final class SessionRoutes {

  private final Api.Visitors visitors;

  SessionRoutes(Api.Visitors visitors) {
    this.visitors = visitors;
  }

  CompletableFuture<Reply> view(Request request) {
    @Nullable String mark =
        request.visit().session().map(session -> visitors.door().formMark(session)).orElse(null);
    return CompletableFuture.completedFuture(Reply.ok(SessionJson.of(request.caller(), mark)));
  }

  /** A token stays as it is: it is revoked, not signed out. */
  CompletableFuture<Reply> end(Request request) {
    return request
        .visit()
        .session()
        .map(session -> visitors.sessions().end(request.caller(), session))
        .orElseGet(() -> CompletableFuture.completedFuture(false))
        .thenApply(ended -> Reply.ok(new Ended(ended)));
  }

  /** Whether there was a session to end. */
  record Ended(boolean ended) {}

  /**
   * Who asks.
   *
   * @param csrfToken what a request that changes something has to carry in X-CSRF-Token; absent
   *     where a token asks, which no browser sends by itself
   */
  record SessionJson(String name, String seller, String role, @Nullable String csrfToken) {

    static SessionJson of(Caller caller, @Nullable String mark) {
      return new SessionJson(
          caller.name(),
          caller.seller().value(),
          caller.role().name().toLowerCase(Locale.ROOT),
          mark);
    }
  }
}
