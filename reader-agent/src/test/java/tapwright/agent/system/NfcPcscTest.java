package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;

/**
 * What is written reads the same with other people's software: npm's nfc-pcsc on a real pcscd,
 * decoded by TapTrack's NDEF library.
 */
@Tag("pcscd")
@Tag("npm")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class NfcPcscTest {

  private static final Path SCRIPTS =
      Path.of(System.getProperty("tapwright.root"), "reader-agent/src/test/interop");

  @TempDir Path folder;

  @Test
  void writtenCard_readsTheSameByNfcPcsc() throws Exception {
    install();
    try (PcscdSandbox sandbox = PcscdSandbox.running()) {
      CardBehindPcscd card = new CardBehindPcscd(sandbox, folder.resolve("state"));
      sandbox.emulate("--vpcd", "35963", "--tag", "NTAG215");
      Path vcard = Files.writeString(folder.resolve("sample.vcf"), CardBehindPcscd.VCARD);
      card.agent("card", "write", "--url", CardBehindPcscd.URL, "--vcard", vcard.toString());
      JsonNode own = card.agent("card", "read");
      JsonNode theirs = readByNode(sandbox);

      assertEquals(own.get("message"), theirs.get("message"));
      assertEquals(own.get("message"), theirs.get("encodedAgain"));
      assertEquals(CardBehindPcscd.URL, theirs.get("uri").textValue());
      assertEquals("text/vcard", theirs.at("/records/1/type").textValue());
      assertEquals(
          Bytes.ofUtf8(CardBehindPcscd.VCARD).toHex(), theirs.at("/records/1/payload").textValue());
    }
  }

  /** It spins when pcscd is away, so its time is limited from outside. */
  private JsonNode readByNode(PcscdSandbox sandbox) throws IOException, InterruptedException {
    return CardBehindPcscd.succeeded(
        sandbox.start(
            "timeout",
            "-s",
            "KILL",
            "30",
            "node",
            folder.resolve("read-card.js").toString(),
            PcscdSandbox.FIRST_READER));
  }

  private void install() throws IOException, InterruptedException {
    for (String name : List.of("package.json", "read-card.js")) {
      Files.copy(SCRIPTS.resolve(name), folder.resolve(name));
    }
    ProcessBuilder npm =
        new ProcessBuilder(
                "npm",
                "install",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--loglevel=error")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    for (String root : List.of("/usr", "/usr/local")) {
      if (Files.exists(Path.of(root, "include/node/node_api.h"))) {
        npm.environment().put("npm_config_nodedir", root); // else node-gyp downloads the headers
      }
    }
    Process installing = npm.start();
    String said = installing.inputReader(StandardCharsets.UTF_8).readAllAsString();
    assertEquals(0, installing.waitFor(), said);
  }
}
