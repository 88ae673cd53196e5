package tapwright.server.main.people;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tapwright.server.app.Answer;
import tapwright.server.app.provider.BindAccounts;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.account.Account;
import tapwright.server.security.ProviderVault;

/** Which account a person of the seller's identity provider signs in to. */
final class UserBindCommands {

  private UserBindCommands() {}

  /** One change of whom an account is bound to. */
  abstract static class Change extends UserPlace implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The account.")
    String name = "";

    abstract CompletableFuture<Answer<Account>> change(BindAccounts accounts);

    abstract String done();

    @Override
    public Integer call() {
      try (Installation installation = existing()) {
        BindAccounts accounts =
            new BindAccounts(
                installation.store(),
                new ProviderVault(installation.keys(), installation.random()),
                installation.clock());
        return answer(change(accounts).join(), done());
      }
    }
  }

  /** Binds an account. */
  @Command(
      name = "bind",
      mixinStandardHelpOptions = true,
      description = {
        "Lets one person of the seller's identity provider sign in to an account",
        "that is there already; see 'seller oidc'."
      })
  static final class Bind extends Change {

    @Option(
        names = "--subject",
        required = true,
        description = "What the provider calls the person for ever ('sub'), never an address.")
    private String subject = "";

    @Override
    CompletableFuture<Answer<Account>> change(BindAccounts accounts) {
      return accounts.bind(seller(), name, subject);
    }

    @Override
    String done() {
      return "is that person's at the identity provider from now on";
    }
  }

  /** Frees an account. */
  @Command(
      name = "unbind",
      mixinStandardHelpOptions = true,
      description = "Lets nobody sign in to an account by the seller's identity provider any more.")
  static final class Unbind extends Change {

    @Override
    CompletableFuture<Answer<Account>> change(BindAccounts accounts) {
      return accounts.unbind(seller(), name);
    }

    @Override
    String done() {
      return "is nobody's at the identity provider";
    }
  }
}
