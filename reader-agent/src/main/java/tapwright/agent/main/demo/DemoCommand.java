package tapwright.agent.main.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.SystemClock;

/** Shows the whole path in one go. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Server, station and sample cards in one go: contacts become verified cards, QR symbols,"
            + " taps and refund decisions. Then the server stays up.")
public final class DemoCommand implements Callable<Integer> {

  private static final int FEWEST_CARDS = 24;
  private static final int MOST_CARDS = 500;

  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  @ParentCommand private Program agent;

  @Spec private CommandSpec spec;

  @Option(
      names = "--cards",
      defaultValue = "" + FEWEST_CARDS,
      description = "How many cards, 24 to 500 (default ${DEFAULT-VALUE}).")
  private int cards;

  @Option(names = "--exit", description = "End after the last scene.")
  private boolean exit;

  @Option(names = "--reader", description = "A real reader's name instead of an emulated one.")
  private @Nullable String reader;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "The server's port; 0, the default, takes a free one.")
  private int port;

  @Override
  public Integer call() throws IOException {
    if (cards < FEWEST_CARDS || cards > MOST_CARDS) {
      throw new ParameterException(
          spec.commandLine(),
          "--cards is " + cards + ", allowed are " + FEWEST_CARDS + " to " + MOST_CARDS);
    }
    String name = "demo-" + LocalDateTime.now(ZoneId.systemDefault()).format(FOLDER_NAME);
    Path folder = agent.surroundings().state().file(name);
    Files.createDirectories(folder);
    try {
      new Demo(settings(folder), surroundings()).play();
      return Console.DONE;
    } catch (DemoFault fault) {
      return agent.console().failed(String.valueOf(fault.getMessage()));
    }
  }

  private Demo.Settings settings(Path folder) {
    return new Demo.Settings(
        cards,
        exit,
        Optional.ofNullable(reader),
        port,
        folder,
        Path.of(System.getProperty("tapwright.launcher", "tapwright")),
        agent.console().isTerminal());
  }

  private Demo.Surroundings surroundings() {
    return new Demo.Surroundings(
        System.out,
        agent.surroundings().readers(),
        new SystemClock(),
        InstantSource.system(),
        () -> UUID.randomUUID().toString(),
        new SecureRandom());
  }
}
