package tapwright.server.main.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.CommandProcess;
import tapwright.server.main.CommandRun;
import tapwright.server.main.installation.Installation;
import tapwright.server.notify.mail.MailServerProcess;
import tapwright.server.security.Keys;
import tapwright.server.store.RecordUrl;

/**
 * What {@code server --check} and {@code --print-settings} say, with a state folder of their own.
 */
class ServerCheckTest {

  @TempDir private Path folder;

  private CommandRun check(String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("--check", "--json", "--port", "0"));
    words.addAll(List.of(options));
    return CommandProcess.run(folder, "server", words.toArray(String[]::new));
  }

  private static String verdict(CommandRun run, String check) throws IOException {
    return finding(run, check).map(one -> one.get("verdict").asText()).orElse("not looked at");
  }

  private static String said(CommandRun run, String check) throws IOException {
    return finding(run, check).orElseThrow().get("said").asText();
  }

  private static Optional<JsonNode> finding(CommandRun run, String check) throws IOException {
    return StreamSupport.stream(run.json().get("checks").spliterator(), false)
        .filter(one -> one.get("check").asText().equals(check))
        .findFirst();
  }

  private void makeRecord() {
    Installation.open(folder, RecordUrl.ofFile(folder.resolve(Installation.DATABASE))).close();
  }

  @Test
  void aNewFolder_isFineAndStaysEmpty() throws Exception {
    CommandRun run = check();

    assertEquals(0, run.code(), run.out() + run.err());
    assertEquals("ok", verdict(run, "record"));
    assertTrue(said(run, "record").endsWith("the first start makes it"), run.out());
    try (var files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void aRecordWithItsKey_isFine() throws Exception {
    makeRecord();

    CommandRun run = check();

    assertEquals(0, run.code(), run.out() + run.err());
    assertEquals("ok", verdict(run, "master key"));
    assertTrue(said(run, "record").contains("has schema version "), run.out());
  }

  @Test
  void anotherKey_isSeenBeforeTheStart() throws Exception {
    makeRecord();
    byte[] other = new byte[Keys.MASTER_BYTES];
    new SecureRandom().nextBytes(other);
    Files.writeString(folder.resolve("master.key"), HexFormat.of().formatHex(other));

    CommandRun run = check();

    assertEquals(3, run.code(), run.out());
    assertEquals("failed", verdict(run, "master key"));
    assertFalse(run.out().contains(HexFormat.of().formatHex(other)));
  }

  @Test
  void aKeyThatIsOpenToOthers_isSeenBeforeThereIsARecord() throws Exception {
    Path key = folder.resolve("master.key");
    Files.writeString(key, "00".repeat(Keys.MASTER_BYTES));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    CommandRun run = check();

    assertEquals(3, run.code(), run.out());
    assertTrue(said(run, "master key").contains("is open to others"), run.out());
  }

  @Test
  void aProxyThatNobodyNamed_isSeen() throws Exception {
    CommandRun run = check("--public-url", "https://cards.example.com");

    assertEquals(1, run.code(), run.out());
    assertTrue(said(run, "proxy").contains("trusted-proxies"), run.out());
    assertEquals(
        0,
        check("--public-url", "https://cards.example.com", "--trusted-proxies", "127.0.0.1")
            .code());
  }

  @Test
  void whatStandsInTheWay_isSeen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run = check("--metrics-port", Integer.toString(taken.getLocalPort()));
      assertEquals(3, run.code(), run.out());
    }
    Path file = Files.writeString(folder.resolve("file"), "");
    CommandRun run =
        check("--mail-from", "shop@example.com", "--mail-folder", file.resolve("mails").toString());
    assertEquals(3, run.code(), run.out());
    assertEquals("failed", verdict(run, "mail"), run.out());
  }

  @Test
  void aMistakeInTheFile_isAnExpectedNo() throws Exception {
    Files.writeString(folder.resolve("server.yaml"), "prt: 1\nkeep-agents: 0\n");

    CommandRun run = check();

    assertEquals(1, run.code(), run.out() + run.err());
    assertEquals(2, run.json().get("checks").size());
    assertTrue(said(run, "settings").contains("did you mean port?"), run.out());
  }

  @Test
  void aMistakeInTheFile_stopsTheStartAndOtherCommandsInPlainWords() throws Exception {
    Files.writeString(folder.resolve("server.yaml"), "dbb: jdbc:sqlite:other.db\n");

    for (String command : List.of("server", "token list", "db verify")) {
      String[] words = command.split(" ", 2);
      CommandRun run =
          words.length == 1
              ? CommandProcess.run(folder, words[0])
              : CommandProcess.run(folder, words[0], words[1]);

      assertEquals(2, run.code(), command + run.err());
      assertTrue(run.err().startsWith("tapwright: "), run.err());
      assertTrue(run.err().contains("did you mean db?"), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void theRecordOfTheSettingsFile_isThatOfOtherCommandsToo() throws Exception {
    Path elsewhere = folder.resolve("elsewhere.db");
    Installation.open(folder, RecordUrl.ofFile(elsewhere)).close();
    Files.writeString(folder.resolve("server.yaml"), "db: jdbc:sqlite:" + elsewhere + "\n");

    CommandRun run = CommandProcess.run(folder, "db", "verify");

    assertEquals(0, run.code(), run.err());
    assertFalse(Files.exists(folder.resolve(Installation.DATABASE)));
  }

  @Test
  void aPortThatIsTaken_isTheWorldFailing() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(folder.resolve("server.yaml"), "port: " + taken.getLocalPort());

      CommandRun run = CommandProcess.run(folder, "server", "--check", "--json");

      assertEquals(3, run.code(), run.out() + run.err());
      assertEquals("failed", verdict(run, "port"));
    }
  }

  @Test
  void whatIsInForce_isPrintedWithItsPlaceAndWithoutSecrets() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "sample-secret");
    Files.writeString(
        folder.resolve("server.yaml"), "host: 0.0.0.0\ndb-password-file: " + password + "\n");

    CommandRun run =
        CommandProcess.run(folder, "server", "--print-settings", "--keep-agents", "60");

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("0.0.0.0"), run.out());
    assertTrue(run.out().contains("host at " + folder.resolve("server.yaml") + ":1:7"), run.out());
    assertTrue(
        run.lines().stream().anyMatch(line -> line.matches("keep-agents +60 +--keep-agents")));
    assertTrue(run.lines().stream().anyMatch(line -> line.matches("port +8080 +built in")));
    assertTrue(run.out().contains("(secret)"), run.out());
    assertFalse(run.out().contains("sample-secret"), run.out());
  }

  @Test
  void aMailServerThatIsAway_isSeen() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    CommandRun run =
        check("--mail-from", "shop@example.com", "--mail-server", "smtp+plain://127.0.0.1:" + free);

    assertEquals(3, run.code(), run.out() + run.err());
    assertTrue(said(run, "mail").endsWith("no connection to the mail server"), run.out());
  }

  @Test
  @Tag("smtp")
  void aMailServerThatIsThere_isSpokenTo_andGetsNoMail() throws Exception {
    try (MailServerProcess there = MailServerProcess.plain(folder)) {
      CommandRun run =
          check(
              "--mail-from",
              "shop@example.com",
              "--mail-server",
              "smtp+plain://127.0.0.1:" + there.port());

      assertEquals("ok", verdict(run, "mail"), run.out());
      assertEquals(List.of(), there.taken());
    }
  }
}
