package tapwright.server.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.Refusal;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.account.AccountRefusal;
import tapwright.server.app.account.Credentials;
import tapwright.server.app.account.OpenedSession;

/** Signs people in for programs: a name and a password in, a cookie out. */
final class SignInRoute {

  private static final int CREATED = 201;

  private final Api.Visitors visitors;

  SignInRoute(Api.Visitors visitors) {
    this.visitors = visitors;
  }

  /** Opens a session for what the body shows; another site's page may not (login CSRF). */
  void open(RoutingContext context, String body) {
    Optional<Refusal> foreign = Origins.refusal(context.request());
    if (foreign.isPresent()) {
      Reply.refused(foreign.get()).send(context.response());
      return;
    }
    Credentials shown = Json.read(body, Body.class).credentials();
    CompletableFuture<Answer<OpenedSession>> opening =
        visitors.signIn().signIn(shown, visitors.client().of(context.request()));
    Context loop = context.vertx().getOrCreateContext();
    Future.fromCompletionStage(opening, loop)
        .onComplete(answer -> answer(context, answer), context::fail);
  }

  private void answer(RoutingContext context, Answer<OpenedSession> answer) {
    switch (answer) {
      case Answer.Done<OpenedSession> done ->
          visitors.cookie().give(context.response(), done.value().secret());
      case Answer.Refused<OpenedSession> refused -> retryAfter(context, refused.refusal());
    }
    Reply.of(CREATED, answer, this::json).send(context.response());
  }

  private static void retryAfter(RoutingContext context, Refusal refusal) {
    if (refusal.code() == AccountRefusal.SIGN_IN_BRAKED) {
      String seconds = refusal.details().getOrDefault("seconds", "");
      context.response().putHeader("Retry-After", seconds);
    }
  }

  private Object json(OpenedSession opened) {
    return SessionRoutes.SessionJson.of(opened.caller(), visitors.door().markOf(opened.secret()));
  }

  /** What is shown; its own text says nothing of it. */
  record Body(@Nullable String seller, String name, String password, @Nullable String code) {

    Credentials credentials() {
      SellerId known = seller == null ? FirstSeller.ID : new SellerId(seller);
      return new Credentials(known, name, password, Objects.requireNonNullElse(code, ""));
    }

    @Override
    public String toString() {
      return "credentials";
    }
  }
}
