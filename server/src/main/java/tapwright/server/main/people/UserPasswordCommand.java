package tapwright.server.main.people;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tapwright.server.main.installation.Installation;

/** Gives an account another password, and lifts the brake on it. */
@Command(
    name = "set-password",
    mixinStandardHelpOptions = true,
    description = "Sets another password; whoever is signed in has to sign in anew.")
final class UserPasswordCommand extends UserPlace implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "The account.")
  private String name = "";

  @Mixin private TypedPassword password;

  @Override
  public Integer call() {
    String typed = password.read(this);
    try (Installation installation = existing()) {
      return answer(
          accounts(installation).setPassword(seller(), name, typed).join(),
          "has another password and is signed out everywhere");
    }
  }
}
