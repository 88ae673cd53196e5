package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.main.card.TornCardWalk;
import tapwright.agent.system.PcscdSandbox.Finished;

/** The card commands on a real pcscd with virtual cards. */
@Tag("pcscd")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class CardOnPcscdTest {

  @TempDir Path folder;

  private PcscdSandbox sandbox;
  private CardBehindPcscd card;

  @BeforeEach
  void start() throws Exception {
    sandbox = PcscdSandbox.running();
    card = new CardBehindPcscd(sandbox, folder.resolve("state"));
  }

  @AfterEach
  void end() throws Exception {
    sandbox.close();
  }

  @Test
  void writtenCard_readsAsWhatWasWritten() throws Exception {
    sandbox.emulate("--vpcd", "35963", "--tag", "NTAG215");
    Path vcard = Files.writeString(folder.resolve("sample.vcf"), CardBehindPcscd.VCARD);
    JsonNode written =
        card.agent("card", "write", "--url", CardBehindPcscd.URL, "--vcard", vcard.toString());
    JsonNode read = card.agent("card", "read");

    assertEquals(written.get("bytes"), read.get("bytes"));
    assertEquals(CardBehindPcscd.URL, read.at("/records/0/content").textValue());
    assertEquals(CardBehindPcscd.VCARD, read.at("/records/1/content").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NTAG424", "TYPE4", "TYPE4_V1"})
  void type4Card_readsAsWhatWasWritten(String tag) throws Exception {
    sandbox.emulate("--vpcd", "35963", "--tag", tag);
    card.agent("card", "write", "--url", CardBehindPcscd.URL);
    JsonNode read = card.agent("card", "read");
    JsonNode verified = card.agent("card", "verify", "--url", CardBehindPcscd.URL);
    JsonNode inspected = card.agent("card", "inspect", "--url", CardBehindPcscd.URL);

    assertEquals(CardBehindPcscd.URL, read.at("/records/0/content").textValue());
    assertTrue(verified.get("verified").booleanValue(), verified.toString());
    assertEquals("works", inspected.get("verdict").textValue(), inspected.toString());
  }

  @Test
  void ntag424_signsItsLinkWithTheKeysOfTheFile() throws Exception {
    sandbox.emulate("--vpcd", "35963", "--tag", "NTAG424");
    String keys = keysFile();
    JsonNode written = writeSigned(keys);
    JsonNode read = card.agent("card", "read");
    JsonNode again = writeSigned(keys);

    assertTrue(written.get("keysChanged").booleanValue(), written.toString());
    assertTrue(
        read.at("/records/0/content").textValue().startsWith(CardBehindPcscd.URL + "?e="),
        read.toString());
    assertEquals(0, again.get("pagesWritten").intValue(), again.toString());
    assertTrue(
        again.get("counterBaseline").intValue() > written.get("counterBaseline").intValue(),
        again.toString());
  }

  private JsonNode writeSigned(String keys) throws Exception {
    return card.agent("card", "write", "--url", CardBehindPcscd.URL, "--sun", "--keys-file", keys);
  }

  private String keysFile() throws Exception {
    String lines = "%032X\n".repeat(5).formatted(1, 2, 3, 4, 5);
    Path file = Files.writeString(folder.resolve("keys"), lines);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file.toString();
  }

  /** The numbers of design.md; the read-back of a reader without native commands is 16 bytes. */
  @ParameterizedTest
  @CsvSource({
    "acr122u, 57, 18, 18",
    "acr122u, 150, 42, 42",
    "pcsc, 57, 18, 18",
    "pcsc, 150, 42, 42",
    "ff-only, 57, 21, 22",
    "ff-only, 150, 51, 52"
  })
  void blankNtag216_takesTheFloorOfExchanges(String kind, int bytes, int exchanges, int floor)
      throws Exception {
    sandbox.emulate("--vpcd", "35963", "--tag", "NTAG216", "--as", kind);
    String url = "https://example.com/" + "a".repeat(bytes - 5 - "example.com/".length());
    JsonNode written = card.agent("card", "write", "--url", url);

    assertEquals(bytes, written.get("bytes").intValue());
    assertEquals(exchanges, written.get("exchanges").intValue());
    assertEquals(floor, written.get("floor").intValue());
    System.out.printf(
        "%s, %d bytes: %s exchanges (floor %s), %s to probe, %s ms%n",
        kind,
        bytes,
        written.get("exchanges"),
        written.get("floor"),
        written.get("probeExchanges"),
        written.get("millis"));
  }

  /** The second run finds what it wrote, and changes nothing. */
  @Test
  void staleCard_isWrittenAnewAndReadsAsItsNewContact() throws Exception {
    sandbox.emulate("--vpcd", "35963", "--tag", "NTAG215");
    JsonNode old = card.agent("card", "write", "--url", CardBehindPcscd.URL);
    Path state = Files.createDirectories(folder.resolve("desk"));
    Finished run =
        sandbox.java(RewriteOnReader.class.getName(), state.toString(), old.get("uid").textValue());

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        2,
        run.out().lines().filter(line -> line.matches("\\[0, [12]] .*\"rewritten\":1.*")).count(),
        run.out() + run.err());
    assertTrue(
        card.agent("card", "read").at("/records/1/content").textValue().contains("Another Sample"));
  }

  @Test
  void tornAtEveryWrite_isFinishedOnTheSecondPresentation() throws Exception {
    Finished walk =
        sandbox.java(TornCardWalk.class.getName(), "35963", folder.resolve("state").toString());

    assertEquals(0, walk.exitCode(), walk.out() + walk.err());
    assertEquals(15, walk.out().lines().count(), walk.out());
  }
}
