package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.Tear;
import tapwright.agent.main.console.Console;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** What card commands say of a card by what was done to it here, and by how its chip is set. */
class CardPastCommandTest extends CardDesk {

  private static final String MINE = "https://example.com/t/MINE";
  private static final String NEXT = "https://example.com/t/NEXT";
  private static final Uid UID = Uid.ofHex("04112233445566");

  private final EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG213, UID);

  @BeforeEach
  void layDown() {
    reader.place(tag);
  }

  /** Inspects with one ground expected among those that are said. */
  private JsonNode inspected(String ground, String... more) throws IOException {
    String[] arguments = new String[more.length + 3];
    System.arraycopy(new String[] {"card", "inspect", "--json"}, 0, arguments, 0, 3);
    System.arraycopy(more, 0, arguments, 3, more.length);
    run(arguments);
    JsonNode read = json();
    assertTrue(read.get("grounds").findValuesAsText("code").contains(ground), said());
    return read;
  }

  private static void assertVerdict(String verdict, JsonNode inspected) {
    assertEquals(verdict, inspected.get("verdict").textValue(), inspected.toString());
  }

  @Test
  void mirrorWrittenAsFixedText_isNoMirror() throws IOException {
    assertDone("card", "write", "--url", MINE + "?m=" + UID + "x000007");
    assertEquals(
        Console.NO, run("card", "verify", "--url", MINE, "--mirror", "uid,counter", "--json"));
    assertTrue(said().contains("tag-link-fixed"), said());
    JsonNode read = inspected("content-fixed", "--url", MINE, "--mirror", "uid,counter");
    assertFalse(read.get("contentMatchesOrder").booleanValue());
    assertFalse(read.get("verdict").textValue().equals("works"), said());
  }

  @Test
  void mirrorThatCounts_isOne() throws IOException {
    assertDone("card", "write", "--url", MINE, "--mirror", "uid,counter");
    assertDone("card", "verify", "--url", MINE, "--mirror", "uid,counter");
    assertVerdict("works", inspected("uid-ours", "--url", MINE, "--mirror", "uid,counter"));
    JsonNode read = inspected("content-as-written");
    assertVerdict("works", read);
    assertTrue(read.get("contentMatchesOrder").booleanValue());
    assertDone("card", "lock");
    assertVerdict("works", inspected("uid-ours", "--url", MINE, "--mirror", "uid,counter"));
  }

  @Test
  void changedCard_isKnownWithoutAnOrder() throws IOException {
    assertDone("card", "write", "--url", MINE);
    assertVerdict("works", inspected("content-as-written"));
    tag.answer(Bytes.ofHex("A20858585858"));
    JsonNode read = inspected("content-not-as-written");
    assertVerdict("tampered", read);
    assertFalse(read.get("contentMatchesOrder").booleanValue());
    assertTrue(said().contains("a card of ours, as is on record"), said());
  }

  @Test
  void cardErasedHere_isNotTamperedWith() throws IOException {
    assertDone("card", "write", "--url", MINE);
    assertDone("card", "erase");
    assertVerdict("unknown", inspected("uid-emptied"));
    assertVerdict("unknown", inspected("uid-emptied", "--url", MINE));
  }

  @Test
  void cardRewrittenHere_isStillOurs() throws IOException {
    assertDone("card", "write", "--url", MINE);
    assertDone("card", "write", "--url", NEXT);
    JsonNode read = inspected("uid-rewritten", "--url", MINE);
    assertVerdict("unknown", read);
    assertFalse(read.get("contentMatchesOrder").booleanValue());
    assertVerdict("works", inspected("uid-ours", "--url", NEXT));
  }

  @Test
  void cardTornHere_isBegunAndNotFinished() throws IOException {
    tag.tearAt(new Tear(3, 1));
    assertEquals(Console.WORLD_FAILED, run("card", "write", "--url", MINE));
    reader.place(tag);
    assertVerdict("unknown", inspected("uid-begun"));
    assertVerdict("unknown", inspected("uid-begun", "--url", MINE));
  }

  @Test
  void writeOverAFinishedCard_saysWhatIsReplaced() {
    assertDone("card", "write", "--url", MINE);
    assertDone("card", "write", "--url", MINE);
    assertEquals("", complained());
    assertDone("card", "write", "--url", NEXT);
    assertTrue(complained().startsWith("card " + UID + " was made here on 20"), complained());
    assertTrue(complained().contains(MINE), complained());
    assertDone("card", "erase");
    assertDone("card", "write", "--url", MINE);
    assertEquals("", complained());
  }

  @Test
  void copy_isWarnedOfBeforeItIsLocked() throws IOException {
    reader.place(EmulatedTag.blank(EmulatedChip.COPIED_NTAG215, Uid.ofHex("04E141124C2880")));
    String warning = "look at card 04E141124C2880: its signature is not its maker's";
    assertDone("card", "write", "--url", MINE);
    assertEquals("", complained());
    assertDone("card", "lock", "--dry-run");
    assertTrue(complained().contains(warning), complained());
    assertDone("card", "write", "--url", MINE, "--lock");
    assertTrue(complained().startsWith(warning), complained());
  }

  @Test
  void copies_areWarnedOfInALockedBatch() throws IOException {
    reader.place(EmulatedTag.blank(EmulatedChip.COPIED_NTAG215, Uid.ofHex("04E141124C2880")));
    Path batch =
        Files.writeString(folder.resolve("cards.csv"), "name,url\nSample Person," + MINE + "\n");
    assertDone("batch", batch.toString(), "--lock");
    assertTrue(complained().contains("its signature is not its maker's"), complained());
  }
}
