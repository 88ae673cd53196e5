package tapwright.server.console;

import static tapwright.server.page.Template.escaped;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.account.AccountRefusal;
import tapwright.server.app.account.Credentials;
import tapwright.server.app.provider.ProviderRefusal;
import tapwright.server.page.Template;

/**
 * The page on which people sign in.
 *
 * @param next where they go then
 * @param shown what they showed before; the name stands in the form again, and nothing else
 * @param provider what people call the identity provider by which they may sign in instead
 */
record SignInForm(LocalPath next, Credentials shown, Optional<String> provider) {

  private static final Template FORM = Template.of(SignInForm.class, "sign-in.html");
  private static final String TITLE = "Sign in";

  static Page.Filled empty(LocalPath next, Optional<String> provider) {
    Credentials none = new Credentials(FirstSeller.ID, "", "", "");
    return new SignInForm(next, none, provider).filled(Optional.empty());
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
                    "provider", provider.map(this::way).orElse(""),
                    // Of two ways in, the seller's own is the first.
                    "kind", provider.map(name -> " class=\"quiet\"").orElse(""),
                    "next", escaped(next.value()),
                    "seller", seller(),
                    "name", escaped(shown.name())))
            .toString());
  }

  private String way(String name) {
    return "<p><a class=\"act\" href=\"/sign-in/provider?next=%s\">Sign in with %s</a></p>\n"
            .formatted(URLEncoder.encode(next.value(), StandardCharsets.UTF_8), escaped(name))
        + "<p class=\"or\">or with a password</p>\n";
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
    return refusal.code() instanceof ProviderRefusal at ? saying(at) : refusal.message();
  }

  /** Nothing of what a provider said is in it. */
  private static String saying(ProviderRefusal refusal) {
    return switch (refusal) {
      case PROVIDER_MISSING ->
          "No other sign-in is set up for this address. Sign in with a password.";
      case PROVIDER_AWAY -> "The sign-in service does not answer. Try again in a moment.";
      case STATE_REFUSED ->
          "That sign-in was not begun in this browser, or too long ago. Begin it anew.";
      case DENIED -> "The sign-in service did not let you in. You can begin anew.";
      case ANSWER_REFUSED ->
          "The answer of the sign-in service cannot be trusted, so nobody was signed in. Begin it"
              + " anew; if it happens again, tell whoever runs this server.";
      case NOT_ADMITTED ->
          "You are known to the sign-in service, but not among those who may sign in here. Ask an"
              + " admin.";
      case ROLE_MISSING ->
          "You are in no group that may do anything here. Ask an admin to put you in one.";
      case NAME_MISSING ->
          "The sign-in service told no confirmed e-mail address of yours, which a new account"
              + " needs.";
      case ACCOUNT_TAKEN ->
          "An account with your e-mail address is here already. Sign in with its password, or ask"
              + " an admin to bind it to you.";
      case ACCOUNT_SHUT -> "Your account here is shut. Ask an admin.";
      case SETTING_INVALID, HOST_MISSING, SUBJECT_TAKEN ->
          "The sign-in service is not set up as it must be. Tell whoever runs this server.";
    };
  }
}
