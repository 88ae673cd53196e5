package tapwright.server.console;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Consumer;
import tapwright.server.http.Api;
import tapwright.server.http.Endpoint;
import tapwright.server.http.Origins;

/** All pages of people: sign-in, and what is their own. */
public final class PeoplePages {

  /** Room for a name, a password and where to go then. */
  private static final long BODY_LIMIT_BYTES = 16L * 1024;

  private final SignInPages signIn;
  private final ProviderPages providers;
  private final AccountPages account;
  private final PageResponse response;

  public PeoplePages(Api.Visitors visitors) {
    this.response = new PageResponse(visitors.cookie().isSecure());
    this.signIn = new SignInPages(visitors, response);
    this.providers = new ProviderPages(visitors, response);
    this.account = new AccountPages(visitors, response);
  }

  /** Adds the pages to the router. */
  public void mount(Router router) {
    router.get(Endpoint.SIGN_IN_PAGE.path()).handler(signIn::show);
    mountForm(router, Endpoint.SIGN_IN, signIn::signIn);
    router.get(Endpoint.SIGN_IN_PROVIDER.path()).handler(providers::leave);
    router.get(Endpoint.SIGN_IN_RETURN.path()).handler(providers::comeBack);
    mountForm(router, Endpoint.SIGN_OUT, signIn::signOut);
    router.get(Endpoint.ACCOUNT_PAGE.path()).handler(account::show);
    mountForm(router, Endpoint.ACCOUNT_PASSWORD, account::changePassword);
    router.get(Endpoint.ACCOUNT_CODES_PAGE.path()).handler(account::beginCodes);
    mountForm(router, Endpoint.ACCOUNT_CODES, account::setUpCodes);
  }

  /** One route a step: a route of Vert.x sorts its handlers by kind. */
  private void mountForm(Router router, Endpoint endpoint, Consumer<RoutingContext> work) {
    router.post(endpoint.path()).handler(this::requireOwnPage);
    router.post(endpoint.path()).handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT_BYTES));
    router.post(endpoint.path()).handler(work::accept);
  }

  /**
   * Takes forms of this host's pages alone: nobody is signed in as somebody else by a page of
   * another site. Whoever says nothing of where the form is from is no browser.
   */
  private void requireOwnPage(RoutingContext context) {
    if (Origins.isSaid(context.request()) && Origins.refusal(context.request()).isEmpty()) {
      context.next();
    } else {
      response.page(context.response(), 403, SignInForm.ofAnotherSite());
    }
  }
}
