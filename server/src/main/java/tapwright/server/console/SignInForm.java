package tapwright.server.console;

import static tapwright.server.page.Template.escaped;

import java.util.Map;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.account.AccountRefusal;
import tapwright.server.app.account.Credentials;
import tapwright.server.page.Template;

/**
 * The page on which people sign in.
 *
 * @param next where they go then
 * @param shown what they showed before; the name stands in the form again, and nothing else
 */
record SignInForm(LocalPath next, Credentials shown) {

  private static final Template FORM = Template.of(SignInForm.class, "sign-in.html");
  private static final String TITLE = "Sign in";

  static Page.Filled empty(LocalPath next) {
    Credentials none = new Credentials(FirstSeller.ID, "", "", "");
    return new SignInForm(next, none).filled(Optional.empty());
  }

  /** The same form with why it was not enough. */
  Page.Filled with(Refusal refusal) {
    return filled(Optional.of(refusal));
  }

  /** For what came from elsewhere, or from a page that was left open too long. */
  static Page.Filled ofAnotherSite() {
    return Page.of(
        TITLE,
        "<p class=\"bad\" role=\"alert\">That did not come from a page of this server, or the page"
            + " was too old. Nothing was done.</p>\n<p><a class=\"act\" href=\"/sign-in\">Back to"
            + " the sign-in page</a></p>\n");
  }

  private Page.Filled filled(Optional<Refusal> refusal) {
    return Page.of(
        TITLE,
        FORM.filled(
                Map.of(
                    "problem", refusal.map(SignInForm::problem).orElse(""),
                    "next", escaped(next.value()),
                    "seller", seller(),
                    "name", escaped(shown.name())))
            .toString());
  }

  /** Only who works for another seller than the server's first has to name it. */
  private String seller() {
    return "<details>\n<summary class=\"soft\">Working for another seller?</summary>\n"
        + "<label>Seller\n<input name=\"seller\" value=\""
        + escaped(shown.seller().value())
        + "\" autocapitalize=\"none\" spellcheck=\"false\"></label>\n</details>\n";
  }

  static String problem(Refusal refusal) {
    return "<p class=\"bad\" role=\"alert\">" + escaped(saying(refusal)) + "</p>\n";
  }

  /** As people say it; what is no matter of signing in is said as the API says it. */
  private static String saying(Refusal refusal) {
    if (refusal.code() == AccountRefusal.SIGN_IN_REFUSED) {
      return "That name, password and code do not open an account. Check them and try again.";
    }
    if (refusal.code() == AccountRefusal.SIGN_IN_BRAKED) {
      return "Too many tries failed. Wait "
          + refusal.details().getOrDefault("seconds", "some")
          + " seconds, then try again.";
    }
    if (refusal.code() == AccountRefusal.SIGN_IN_BUSY) {
      return "Many people are signing in at once. Try again in a moment.";
    }
    return refusal.message();
  }
}
