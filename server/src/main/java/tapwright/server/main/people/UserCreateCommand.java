package tapwright.server.main.people;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tapwright.server.app.account.RunAccounts;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.access.Role;

/** Gives a person an account. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = "Gives a person an account with a password.")
final class UserCreateCommand extends UserPlace implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "An e-mail address or a user name.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      description = "What they may do: admin, support, supervisor, fulfilment or auditor.")
  private String role = "";

  @Mixin private TypedPassword password;

  @Override
  public Integer call() {
    Role known = role(role);
    RunAccounts.Person person = new RunAccounts.Person(seller(), name, known);
    String typed = password.read(this);
    try (Installation installation = installation()) {
      return answer(accounts(installation).create(person, typed).join(), "can sign in at /sign-in");
    }
  }
}
