package tapwright.server.main.people;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tapwright.server.app.Answer;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.account.Account;

/** What can be changed of an account with nothing but its name. */
final class UserChangeCommands {

  private UserChangeCommands() {}

  /** One change of one account. */
  abstract static class Change extends UserPlace implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The account.")
    String name = "";

    abstract CompletableFuture<Answer<Account>> change(RunAccounts accounts);

    abstract String done();

    @Override
    public Integer call() {
      try (Installation installation = existing()) {
        return answer(change(accounts(installation)).join(), done());
      }
    }
  }

  /** Shuts an account. */
  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Shuts an account and signs it out everywhere, at once and on all nodes.")
  static final class Disable extends Change {
    @Override
    CompletableFuture<Answer<Account>> change(RunAccounts accounts) {
      return accounts.disable(seller(), name);
    }

    @Override
    String done() {
      return "opens nothing any more";
    }
  }

  /** Opens an account again. */
  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      description = "Opens an account that was disabled.")
  static final class Enable extends Change {
    @Override
    CompletableFuture<Answer<Account>> change(RunAccounts accounts) {
      return accounts.enable(seller(), name);
    }

    @Override
    String done() {
      return "can sign in again";
    }
  }

  /** Asks for no more codes. */
  @Command(
      name = "reset-totp",
      mixinStandardHelpOptions = true,
      description = "Asks for no more codes, for who has lost phone and recovery codes.")
  static final class ResetTotp extends Change {
    @Override
    CompletableFuture<Answer<Account>> change(RunAccounts accounts) {
      return accounts.resetCodes(seller(), name);
    }

    @Override
    String done() {
      return "signs in with the password alone until codes are set up anew";
    }
  }

  /** Gives an account another role. */
  @Command(
      name = "set-role",
      mixinStandardHelpOptions = true,
      description = "Gives an account another role, from the next request on.")
  static final class SetRole extends Change {

    @Option(
        names = "--role",
        required = true,
        description = "admin, support, supervisor, fulfilment or auditor.")
    private String role = "";

    @Override
    CompletableFuture<Answer<Account>> change(RunAccounts accounts) {
      return accounts.setRole(seller(), name, role(role));
    }

    @Override
    String done() {
      return "is " + role + " from now on";
    }
  }
}
