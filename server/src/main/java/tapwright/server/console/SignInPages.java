package tapwright.server.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Consumer;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.account.Credentials;
import tapwright.server.app.account.OpenedSession;
import tapwright.server.http.Api;
import tapwright.server.http.SessionDoor.Visitor;
import tapwright.server.http.StatusTable;

/** The way in and out for people with a browser. */
final class SignInPages {

  private final Api.Visitors visitors;
  private final PageResponse response;

  SignInPages(Api.Visitors visitors, PageResponse response) {
    this.visitors = visitors;
    this.response = response;
  }

  /** The empty form; who has signed in already is led on. */
  void show(RoutingContext context) {
    LocalPath next = LocalPath.orAccount(Form.parameter(context.request().params(), "next"));
    Form.later(
        context,
        visitors.door().visitor(context.request()),
        visitor -> {
          if (visitor.isPresent()) {
            response.seeOther(context.response(), next);
          } else {
            offered(
                context,
                provider ->
                    response.page(context.response(), 200, SignInForm.empty(next, provider)));
          }
        });
  }

  void signIn(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Credentials shown =
        new Credentials(
            seller(Form.parameter(form, "seller")),
            Form.parameter(form, "name"),
            Form.parameter(form, "password"),
            Form.parameter(form, "code"));
    LocalPath next = LocalPath.orAccount(Form.parameter(form, "next"));
    Form.later(
        context,
        visitors.signIn().signIn(shown, visitors.client().of(context.request())),
        answer ->
            offered(
                context,
                provider -> answered(context, answer, new SignInForm(next, shown, provider))));
  }

  /** With the name of the provider by which people may sign in instead. */
  private void offered(RoutingContext context, Consumer<Optional<String>> then) {
    String authority = ProviderPages.authority(context.request());
    Form.later(context, visitors.atProviders().leave().offered(authority), then);
  }

  /** A name that no seller has opens nothing, like any other that is wrong. */
  private static SellerId seller(String text) {
    return SellerId.isOne(text) ? new SellerId(text) : FirstSeller.ID;
  }

  private void answered(RoutingContext context, Answer<OpenedSession> answer, SignInForm form) {
    switch (answer) {
      case Answer.Done<OpenedSession> done -> {
        visitors.cookie().give(context.response(), done.value().secret());
        response.seeOther(context.response(), form.next());
      }
      case Answer.Refused<OpenedSession> refused ->
          response.page(
              context.response(),
              StatusTable.of(refused.refusal().code()),
              form.with(refused.refusal()));
    }
  }

  void signOut(RoutingContext context) {
    String mark = Form.parameter(context.request().formAttributes(), "mark");
    Form.later(
        context,
        visitors.door().visitor(context.request()),
        visitor -> visitor.ifPresentOrElse(one -> end(context, one, mark), () -> out(context)));
  }

  private void end(RoutingContext context, Visitor visitor, String mark) {
    HttpServerRequest request = context.request();
    if (visitors.door().forgery(request, visitor.session(), mark).isPresent()) {
      response.page(context.response(), 403, SignInForm.ofAnotherSite());
      return;
    }
    Form.later(
        context,
        visitors.sessions().end(visitor.caller(), visitor.session()),
        ended -> out(context));
  }

  private void out(RoutingContext context) {
    visitors.cookie().take(context.response());
    response.seeOther(context.response(), LocalPath.SIGN_IN);
  }
}
