package tapwright.server.console;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.account.OwnAccount;
import tapwright.server.http.Api;
import tapwright.server.http.SessionDoor.Visitor;
import tapwright.server.http.StatusTable;

/** What people change of their own accounts: the password, and whether codes are asked for. */
final class AccountPages {

  private final Api.Visitors visitors;
  private final PageResponse response;

  AccountPages(Api.Visitors visitors, PageResponse response) {
    this.visitors = visitors;
    this.response = response;
  }

  /** Whose account it is. */
  void show(RoutingContext context) {
    signedIn(
        context,
        visitor ->
            Form.later(
                context,
                visitors.ownAccount().hasPassword(visitor.caller()),
                password -> show(context, visitor, password)));
  }

  private void show(RoutingContext context, Visitor visitor, boolean hasPassword) {
    AccountView view = view(visitor);
    response.page(context.response(), 200, hasPassword ? view.account("") : view.withoutPassword());
  }

  /** Another password, for who knows the present one. */
  void changePassword(RoutingContext context) {
    fromOwnForm(
        context,
        (visitor, form) ->
            Form.later(
                context,
                visitors
                    .ownAccount()
                    .changePassword(
                        own(context, visitor, form), Form.parameter(form, "new-password")),
                answer -> passwordAnswered(context, visitor, answer)));
  }

  private void passwordAnswered(RoutingContext context, Visitor visitor, Answer<Boolean> answer) {
    switch (answer) {
      case Answer.Done<Boolean> done -> response.seeOther(context.response(), LocalPath.SIGN_IN);
      case Answer.Refused<Boolean> refused ->
          refused(context, refused.refusal(), view(visitor).account(problem(refused.refusal())));
    }
  }

  /** A secret for a phone, which is asked for codes only once it has shown one. */
  void beginCodes(RoutingContext context) {
    signedIn(
        context,
        visitor -> {
          OwnAccount.Setup setup = visitors.ownAccount().beginCodes(visitor.caller());
          response.page(context.response(), 200, view(visitor).codes(setup, ""));
        });
  }

  /** From now on codes are asked for; the recovery codes are shown this once. */
  void setUpCodes(RoutingContext context) {
    fromOwnForm(
        context,
        (visitor, form) -> {
          String secret = Form.parameter(form, "secret");
          CompletableFuture<Answer<List<String>>> setting =
              visitors
                  .ownAccount()
                  .setUpCodes(own(context, visitor, form), secret, Form.parameter(form, "code"));
          Form.later(context, setting, answer -> codesAnswered(context, visitor, answer));
        });
  }

  private void codesAnswered(RoutingContext context, Visitor visitor, Answer<List<String>> answer) {
    switch (answer) {
      case Answer.Done<List<String>> done ->
          response.page(context.response(), 200, view(visitor).recoveryCodes(done.value()));
      case Answer.Refused<List<String>> refused -> {
        OwnAccount.Setup anew = visitors.ownAccount().beginCodes(visitor.caller());
        refused(context, refused.refusal(), view(visitor).codes(anew, problem(refused.refusal())));
      }
    }
  }

  private void refused(RoutingContext context, Refusal refusal, Page.Filled page) {
    response.page(context.response(), StatusTable.of(refusal.code()), page);
  }

  private static String problem(Refusal refusal) {
    return SignInForm.problem(refusal);
  }

  private AccountView view(Visitor visitor) {
    return new AccountView(visitor.caller(), visitors.door().formMark(visitor.session()));
  }

  private OwnAccount.Own own(RoutingContext context, Visitor visitor, MultiMap form) {
    return new OwnAccount.Own(
        visitor.caller(),
        Form.parameter(form, "password"),
        visitors.client().of(context.request()));
  }

  /** What is done for whom with what they sent. */
  @FunctionalInterface
  private interface FormWork {
    void of(Visitor visitor, MultiMap form);
  }

  private void fromOwnForm(RoutingContext context, FormWork work) {
    MultiMap form = context.request().formAttributes();
    signedIn(
        context,
        visitor -> {
          String mark = Form.parameter(form, "mark");
          if (visitors.door().forgery(context.request(), visitor.session(), mark).isPresent()) {
            response.page(context.response(), 403, SignInForm.ofAnotherSite());
          } else {
            work.of(visitor, form);
          }
        });
  }

  /** Who is not signed in is led to where they can, and then back to their account. */
  private void signedIn(RoutingContext context, Consumer<Visitor> work) {
    Form.later(
        context,
        visitors.door().visitor(context.request()),
        visitor ->
            visitor.ifPresentOrElse(
                work, () -> response.seeOther(context.response(), LocalPath.SIGN_IN)));
  }
}
