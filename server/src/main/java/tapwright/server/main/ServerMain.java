package tapwright.server.main;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The server's command line: the server itself, policies, accounts and tokens. */
@Command(
    name = "tapwright",
    mixinStandardHelpOptions = true,
    subcommands = {PolicyCommand.class})
public final class ServerMain {

  private ServerMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new ServerMain()).execute(args));
  }
}
