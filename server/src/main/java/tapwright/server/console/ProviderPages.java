package tapwright.server.console;

import static tapwright.server.page.Template.escaped;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.provider.LeaveForProvider.Departure;
import tapwright.server.app.provider.ProviderRefusal;
import tapwright.server.app.provider.ReturnFromProvider.Arrival;
import tapwright.server.app.provider.ReturnFromProvider.Entered;
import tapwright.server.app.provider.ReturnFromProvider.Said;
import tapwright.server.http.Api;
import tapwright.server.http.StatusTable;

/** The way to a seller's identity provider, and back. */
final class ProviderPages {

  private final Api.Visitors visitors;
  private final PageResponse response;
  private final ProviderCookie cookie;

  ProviderPages(Api.Visitors visitors, PageResponse response) {
    this.visitors = visitors;
    this.response = response;
    this.cookie = new ProviderCookie(visitors.cookie().isSecure());
  }

  /** Leads to the provider of the seller whose host is asked. */
  void leave(RoutingContext context) {
    LocalPath next = LocalPath.orAccount(Form.parameter(context.request().params(), "next"));
    Form.later(
        context,
        visitors.atProviders().leave().leave(authority(context.request()), next.value()),
        answer -> left(context, answer));
  }

  private void left(RoutingContext context, Answer<Departure> answer) {
    switch (answer) {
      case Answer.Done<Departure>(Departure departure) -> {
        cookie.give(context.response(), departure.kept());
        response.elsewhere(context.response(), departure.provider());
      }
      case Answer.Refused<Departure> refused -> refused(context, refused.refusal());
    }
  }

  /** Lets in who comes back with an answer of the provider. */
  void comeBack(RoutingContext context) {
    HttpServerRequest request = context.request();
    Arrival arrival =
        new Arrival(
            authority(request),
            cookie.shown(request),
            said(request.params()),
            visitors.client().of(request));
    Form.later(
        context,
        visitors.atProviders().enter().enter(arrival),
        answer -> cameBack(context, answer));
  }

  private static Said said(MultiMap values) {
    return new Said(
        Form.parameter(values, "state"),
        Form.parameter(values, "code"),
        Form.parameter(values, "error"),
        Form.parameter(values, "iss"));
  }

  private void cameBack(RoutingContext context, Answer<Entered> answer) {
    switch (answer) {
      case Answer.Done<Entered>(Entered entered) -> {
        cookie.take(context.response());
        visitors.cookie().give(context.response(), entered.session().secret());
        goOn(context, LocalPath.orAccount(entered.next()));
      }
      case Answer.Refused<Entered> refused -> {
        // Whoever was lured here by another site goes on with the sign-in that they began.
        if (refused.refusal().code() != ProviderRefusal.STATE_REFUSED) {
          cookie.take(context.response());
        }
        refused(context, refused.refusal());
      }
    }
  }

  /**
   * By a page and not by a redirect: that would still be a request which another site began, and
   * the browser would keep the session's cookie back.
   */
  private void goOn(RoutingContext context, LocalPath next) {
    context.response().putHeader("Refresh", "0;url=" + next.value());
    response.page(
        context.response(),
        200,
        Page.of(
            "Signed in",
            "<p>You are signed in.</p>\n<p><a class=\"act\" href=\"%s\">Go on</a></p>\n"
                .formatted(escaped(next.value()))));
  }

  private void refused(RoutingContext context, Refusal refusal) {
    response.page(
        context.response(),
        StatusTable.of(refusal.code()),
        Page.of(
            "Sign in",
            SignInForm.problem(refusal)
                + "<p><a class=\"act\" href=\"/sign-in\">Back to the sign-in page</a></p>\n"));
  }

  /** As the request names it; it is compared with settings and never shown or led to. */
  static String authority(HttpServerRequest request) {
    return Form.parameter(request.headers(), "Host");
  }
}
