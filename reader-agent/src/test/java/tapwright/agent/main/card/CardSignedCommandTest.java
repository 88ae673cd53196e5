package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.main.console.Console;
import tapwright.core.tag.Uid;

/** Commands on a chip that signs its link: no output ever holds a whole one. */
class CardSignedCommandTest extends CardDesk {

  private static final String URL = "https://example.com/t/AbC123";

  /** A code that a chip has filled in, as text or as its digits' digits. */
  private static final Pattern CODE =
      Pattern.compile("c=(?!0{16})[0-9A-F]{16}|633D(?!(?:30){16})(?:3[0-9]|4[1-6]){16}");

  private String keys = "";

  @BeforeEach
  void personalise() throws IOException {
    reader.place(EmulatedType4Model.NTAG424.blank(Uid.ofHex("04518DFAA96180"), new Random(424)));
    StringBuilder lines = new StringBuilder();
    for (int number = 1; number <= 5; number++) {
      lines.append(("0" + number).repeat(16)).append('\n');
    }
    keys = secretFile("keys", lines.toString());
    assertDone("card", "write", "--url", URL, "--sun", "--keys-file", keys);
  }

  @Override
  void checkSaid(String everything) {
    assertFalse(CODE.matcher(everything).find(), everything);
  }

  /** Whoever got a shorter link first would find out about the keys only then. */
  @Test
  void signedLinkWithoutKeys_namesTheKeysBeforeTheRoom() throws IOException {
    String tooLong = URL + "a".repeat(300);
    assertRefused("type4-keys-needed", "card", "write", "--url", tooLong, "--sun", "--json");
    assertEquals(Console.NO, run("card", "write", "--again", "--url", tooLong, "--sun"));
    assertTrue(complained().contains("32 hexadecimal digits each"), complained());
    assertTrue(complained().contains("--keys-file FILE"), complained());
    assertRefused(
        "type4-message-too-long",
        "card",
        "write",
        "--again",
        "--url",
        tooLong,
        "--sun",
        "--keys-file",
        keys,
        "--json");
  }

  @Test
  void read_showsTheLinkWithoutItsCode() throws IOException {
    assertDone("card", "read");
    assertTrue(said().contains(URL + "?e="), said());
    assertTrue(said().contains("&c=…\n"), said());
    assertDone("card", "read", "--json");
    assertTrue(json().at("/records/0/content").textValue().endsWith("&c=…"), said());
    assertTrue(json().get("message").textValue().endsWith("633D" + "30".repeat(16)), said());
  }

  @Test
  void verify_takesWhatTheChipFillsInForItsPlace() throws IOException {
    assertDone("card", "verify", "--url", URL, "--sun");
    assertEquals(Console.NO, run("card", "verify", "--url", URL, "--json"));
    assertEquals(Console.NO, run("card", "verify", "--url", URL + "x", "--sun", "--json"));
    assertFalse(json().get("verified").booleanValue());
  }

  @Test
  void inspect_showsNoCodeAndKnowsTheCardAsOurs() throws IOException {
    assertDone("card", "inspect");
    assertTrue(said().contains("&c=…"), said());
    assertTrue(said().contains("the chip has no signature"), said());
    assertDone("card", "inspect", "--url", URL, "--sun", "--json");
    assertEquals("works", json().get("verdict").textValue());
    assertEquals("content-equal", json().at("/grounds/0/code").textValue());
    assertEquals("no-signature", json().get("originality").textValue());
  }

  @Test
  void trace_showsNoCode() throws IOException {
    Path trace = folder.resolve("trace");
    assertDone("card", "read", "--trace", trace.toString());
    String written = Files.readString(trace);
    assertTrue(written.contains("> 00B0"), written);
    assertFalse(CODE.matcher(written).find(), written);
  }

  @Test
  void lockAndErase_withoutTheKeys_areRefusedWithWhatTheyNeed() throws IOException {
    assertEquals(Console.NO, run("card", "lock", "--json"), said());
    assertEquals("type4-keys-not-given", json().get("refused").textValue());
    assertEquals(Console.NO, run("card", "erase", "--again", "--json"), said());
    assertEquals("type4-keys-not-given", json().get("refused").textValue());
    assertDone("card", "verify", "--url", URL, "--sun");
  }

  @Test
  void lock_withTheKeys_keepsTheSignedLinkForEver() throws IOException {
    assertDone("card", "lock", "--dry-run", "--keys-file", keys);
    assertEquals(2, said().lines().filter(line -> line.startsWith("  ")).count(), said());
    assertDone("card", "lock", "--keys-file", keys, "--json");
    assertTrue(json().get("locked").booleanValue());
    assertFalse(complained().contains("gets another message"), complained());
    assertDone("card", "verify", "--url", URL, "--sun");
    assertEquals(Console.NO, run("card", "erase", "--again", "--keys-file", keys));
    assertDone("card", "lock");
    assertDone("card", "inspect", "--url", URL, "--sun");
  }

  @Test
  void erase_withTheKeys_leavesACardForAnybody() throws IOException {
    assertDone("card", "erase", "--again", "--keys-file", keys);
    assertTrue(said().contains("its keys are the factory's again"), said());
    assertEquals(Console.NO, run("card", "read", "--json"));
    assertEquals("tag-empty", json().get("refused").textValue());
    assertDone("card", "write", "--url", URL, "--again");
  }

  @Test
  void dryRun_tellsWhatIsOnTheCard() {
    String[] write = {"card", "write", "--url", URL, "--sun", "--keys-file", keys};
    assertDone(Stream.concat(Stream.of(write), Stream.of("--dry-run")).toArray(String[]::new));
    assertEquals(1, said().lines().filter(line -> line.startsWith("  ")).count(), said());
    write[3] = URL + "x";
    assertDone(Stream.concat(Stream.of(write), Stream.of("--dry-run")).toArray(String[]::new));
    assertTrue(said().contains("nothing is signed, while it changes"), said());
    assertTrue(said().contains("NDEF file from byte "), said());
    assertDone("card", "verify", "--url", URL, "--sun");
  }
}
