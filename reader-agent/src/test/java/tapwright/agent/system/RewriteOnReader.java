package tapwright.agent.system;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.station.job.FakeServer;
import tapwright.core.wire.WireContact;

/**
 * Runs inside a sandbox, which no server outside can be reached from: {@code station rewrite} on a
 * card behind a real pcscd.
 */
final class RewriteOnReader {

  private static final String TOKEN = "secret-token-0123456789";
  private static final WireContact CONTACT =
      new WireContact("Another Sample", "", "", "", "another@example.com", "");

  private RewriteOnReader() {}

  /**
   * Arguments: a folder for state, the card's UID. Prints the command's JSON for each of two runs,
   * each between exit code and events that were told.
   */
  public static void main(String[] arguments) throws Exception {
    Path state = Path.of(arguments[0]);
    Path token = Files.writeString(state.resolve("station.token"), TOKEN);
    try (FakeServer server = new FakeServer(TOKEN, InstantSource.system())) {
      server.rewrite(arguments[1], "r-1", CONTACT);
      for (int run = 0; run < 2; run++) {
        String[] command =
            Stream.concat(
                    Stream.of("station", "rewrite", "--server"),
                    Stream.of(
                        server.address().base().toString(),
                        "--token-file",
                        token.toString(),
                        "--journal",
                        state.resolve("journal").toString(),
                        "--reader",
                        PcscdSandbox.FIRST_READER,
                        "--cards",
                        "1",
                        "--patience",
                        "60",
                        "--json"))
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(printing(out), System.err);
        Surroundings around =
            new Surroundings(
                Readers.ofPlatform(new SystemClock()), new StateFolder(state), WriteRecord.NONE);
        int exitCode = AgentMain.run(console, around, command);
        System.out.println(
            List.of(exitCode, server.taken().size())
                + " "
                + out.toString(StandardCharsets.UTF_8).strip());
      }
    }
  }

  private static PrintStream printing(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
