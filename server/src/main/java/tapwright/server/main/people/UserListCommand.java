package tapwright.server.main.people;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.account.Account;

/** Lists the accounts of a seller. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists accounts.")
final class UserListCommand extends UserPlace implements Callable<Integer> {

  @Override
  public Integer call() {
    try (Installation installation = existing()) {
      List<Account> accounts = accounts(installation).of(seller()).join();
      if (json) {
        say(json(accounts.stream().map(UserPlace::shown).toList()));
      } else {
        accounts.forEach(account -> say(line(account)));
      }
    }
    return 0;
  }

  private static String line(Account account) {
    return String.join(
        "\t",
        account.name(),
        account.role().name().toLowerCase(Locale.ROOT),
        account.proof().sealedSecret().isPresent() ? "asks for codes" : "asks for no codes",
        account.createdAt().toString(),
        account.disabledAt().map(at -> "disabled " + at).orElse("in force"));
  }
}
