package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.library.Packs;
import tapwright.house.RefusalPage;
import tapwright.server.main.CommandRun;
import tapwright.server.main.ServerMain;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.store.RecordUrl;

/** What a server is told on its command line, and what of it is refused. */
class ServerOptionsTest {

  @TempDir private Path folder;

  /** A server that must not come up: with a record where none can be, so that it cannot. */
  private CommandRun server(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "--db";
    all[1] = "jdbc:sqlite:" + folder.resolve("none").resolve("record.db");
    System.arraycopy(options, 0, all, 2, options.length);
    return CommandRun.of("server", all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "javascript://x/y", "cards.example.com", "https:cards"})
  void publicUrl_thatNoBrowserOpens_isAUsageError(String url) {
    CommandRun run = server("--public-url", url);

    assertEquals(2, run.code(), run.err());
    assertTrue(
        run.err().startsWith("--public-url is " + url + ", allowed are https:// or http://"),
        run.err());
  }

  @Test
  void keepAgents_outOfBounds_isAUsageErrorOfItsOwn() {
    for (String days : new String[] {"-1", "0", "1", "36501"}) {
      CommandRun run = server("--keep-agents", days);

      assertEquals(2, run.code(), run.err());
      assertTrue(
          run.err().startsWith("--keep-agents is " + days + " days, allowed are 2 to 36500"),
          run.err());
      assertFalse(run.err().contains("--keep-instants is"), run.err());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--metrics-port, 65536, --metrics-port is 65536",
    "--metrics-port, -1, --metrics-port is -1",
    "--stop-delay, 301, --stop-delay is 301 seconds",
    "--stop-delay, -1, --stop-delay is -1 seconds",
    "--log, xml, --log is xml"
  })
  void watching_outOfBounds_isAUsageError(String option, String value, String said) {
    CommandRun run = server(option, value);

    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().startsWith(said), run.err());
  }

  @Test
  void keepInstants_belowAgents_saysTheLimitOfThePackToo() {
    CommandRun run = server("--keep-agents", "60", "--keep-instants", "30");

    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().startsWith("--keep-instants is 30 days, allowed are 60"), run.err());
    assertTrue(run.err().contains("since b-rigardz@1 counts uses"), run.err());
  }

  @Test
  void whenStoreAway_thatIsNone_namesTheWordsOfHelp() {
    CommandRun run = server("--when-store-away", "maybe");

    assertEquals(2, run.code());
    assertTrue(
        run.err().contains("--when-store-away is maybe, allowed are refuse and spool"), run.err());
  }

  @Test
  void aPortThatIsTaken_isNamedWithItsHost() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String said = refusedAt("127.0.0.1", taken.getLocalPort());
      assertTrue(
          said.contains("--host 127.0.0.1 and --port " + taken.getLocalPort() + "; allowed are"),
          said);
    }
  }

  @Test
  void aHostThatIsNotThere_isNamedWithItsPort() {
    String said = refusedAt("nowhere.invalid", 0);
    assertTrue(said.contains("--host nowhere.invalid and --port 0; allowed are"), said);
  }

  private String refusedAt(String host, int port) {
    RunningServer.Address address = new RunningServer.Address(host, port, Optional.empty());
    try (Installation installation =
        Installation.open(folder, RecordUrl.ofFile(folder.resolve("record.db")))) {
      return String.valueOf(
          assertThrows(
                  ServerFault.class,
                  () -> RunningServer.start(installation, Packs.shipped(), address).close())
              .getMessage());
    }
  }

  /** The script answers these itself, before there is any build that could. */
  @Test
  void theScript_namesEveryBenchmark() throws IOException {
    String script = Files.readString(RefusalPage.projectFolder().resolve("tapwright"));
    Objects.requireNonNull(ServerMain.commandLine().getSubcommands().get("bench"))
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (!command.getCommandSpec().usageMessage().hidden()) {
                assertTrue(script.contains("\n  " + name + "  "), name + " in the list of bench");
                assertTrue(script.contains(" " + name + ": "), name + " in the list of all");
              }
            });
  }
}
