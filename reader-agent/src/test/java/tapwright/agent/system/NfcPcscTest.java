package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.main.bench.pcscd.NfcPcsc;
import tapwright.agent.main.bench.pcscd.NpmFolder;
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

  private static final String NDEF_LIBRARY = "@taptrack/ndef@1.0.3";

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

  /** The counts are figures; here it counts that both programs were measured and what they hold. */
  @Test
  void bench_besideNfcPcsc_measuresBothOnTheSameReader() throws Exception {
    JsonNode beside = bench().at("/nfcPcsc");

    assertTrue(beside.get("notMeasured").isNull(), beside.toString());
    assertEquals(8, beside.get("figures").size());
    for (JsonNode figure : beside.get("figures")) {
      assertEquals(15, figure.at("/spent/writes").intValue(), figure.toString());
      assertTrue(figure.at("/safety/readBackEqual").booleanValue(), figure.toString());
      assertTrue(figure.at("/safety/cardEqual").booleanValue(), figure.toString());
      if ("Tapwright".equals(figure.get("writer").textValue())) {
        assertEquals(0, figure.at("/safety/wrongMoments").intValue(), figure.toString());
      }
    }
  }

  private JsonNode bench() throws IOException, InterruptedException {
    Process bench =
        new ProcessBuilder(
                "env",
                "TAPWRIGHT_HOME=" + folder.resolve("state"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "tapwright.agent.main.AgentMain",
                "bench",
                "encode",
                "--with-nfc-pcsc",
                "--bytes",
                "57",
                "--json")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return CardBehindPcscd.succeeded(bench);
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
    new NpmFolder(folder).install(List.of(NfcPcsc.PACKAGE, NDEF_LIBRARY));
    Files.copy(SCRIPTS.resolve("read-card.js"), folder.resolve("read-card.js"));
  }
}
