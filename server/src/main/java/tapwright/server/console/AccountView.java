package tapwright.server.console;

import static tapwright.server.page.Template.escaped;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tapwright.server.app.Caller;
import tapwright.server.app.account.OwnAccount;
import tapwright.server.page.Template;

/**
 * A person's own pages as HTML.
 *
 * @param caller whose they are
 * @param mark of the session, which all forms carry
 */
record AccountView(Caller caller, String mark) {

  private static final Template ACCOUNT = Template.of(AccountView.class, "account.html");
  private static final Template VOUCHED = Template.of(AccountView.class, "account-vouched.html");
  private static final Template CODES = Template.of(AccountView.class, "codes.html");
  private static final Template RECOVERY = Template.of(AccountView.class, "recovery-codes.html");

  /** As many characters as people copy at a glance. */
  private static final int GROUP = 4;

  /** The account, with a problem of what was sent before or an empty text. */
  Page.Filled account(String problem) {
    return Page.of(
        "Your account",
        ACCOUNT
            .filled(
                Map.of(
                    "problem", problem,
                    "name", escaped(caller.name()),
                    "role", caller.role().name().toLowerCase(Locale.ROOT),
                    "seller", escaped(caller.seller().value()),
                    "mark", escaped(mark)))
            .toString());
  }

  /** The account of somebody for whom a provider vouches, who has nothing to change here. */
  Page.Filled withoutPassword() {
    return Page.of(
        "Your account",
        VOUCHED
            .filled(
                Map.of(
                    "name", escaped(caller.name()),
                    "role", caller.role().name().toLowerCase(Locale.ROOT),
                    "seller", escaped(caller.seller().value()),
                    "mark", escaped(mark)))
            .toString());
  }

  /** How a phone is set up. */
  Page.Filled codes(OwnAccount.Setup setup, String problem) {
    return Page.of(
        "Codes from your phone",
        CODES
            .filled(
                Map.of(
                    "problem", problem,
                    "symbol", QrPicture.of(setup.uri()),
                    "typed", grouped(setup.base32(), " "),
                    "secret", escaped(setup.base32()),
                    "name", escaped(caller.name()),
                    "mark", escaped(mark)))
            .toString());
  }

  /** The codes for the day when the phone is lost. */
  Page.Filled recoveryCodes(List<String> codes) {
    String items =
        codes.stream()
            .map(code -> "<li>" + grouped(code, "-") + "</li>\n")
            .collect(Collectors.joining());
    return Page.of("Keep these codes", RECOVERY.filled(Map.of("codes", items)).toString());
  }

  private static String grouped(String code, String between) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      grouped.append(i > 0 && i % GROUP == 0 ? between : "").append(code.charAt(i));
    }
    return escaped(grouped.toString());
  }
}
