package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.Tear;
import tapwright.agent.main.console.Console;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** Lock, password, erase and the verdict of inspect, as staff call them, with a real journal. */
class CardFinishCommandTest extends CardDesk {

  private static final String URL = "https://example.com/t/AbC123";
  private static final String SECRET = "A1B2C3D45EC2";

  private final EmulatedTag tag =
      EmulatedTag.blank(EmulatedChip.NTAG213, Uid.ofHex("04E141124C2880"));

  private String passwordFile = "";

  @BeforeEach
  void layDown() throws IOException {
    passwordFile = secretFile("password", SECRET + "\n");
    reader.place(tag);
  }

  @Override
  void checkSaid(String everything) {
    assertFalse(everything.contains("A1B2C3D4"), "a secret was shown");
  }

  @Test
  void write_locked_saysBeforeWhatIsForEver() throws IOException {
    assertDone("card", "write", "--url", URL, "--lock", "--json");
    assertTrue(json().get("locked").booleanValue());
    assertFalse(json().get("passwordProtected").booleanValue());
    assertTrue(complained().contains("for ever: page 02:"), complained());
    assertRefused("tag-read-only", "card", "write", "--url", URL + "x", "--again", "--json");
    assertDone("card", "verify", "--url", URL);
  }

  @Test
  void write_withoutLock_isForEverInNothing() {
    assertDone("card", "write", "--url", URL);
    assertEquals("", complained());
    assertTrue(said().endsWith(" ms\n"), said());
  }

  @Test
  void write_protected_isRewrittenWithTheFileAlone() throws IOException {
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    assertTrue(said().contains("its password is set"), said());
    assertRefused("tag-password-unordered", "card", "write", "--url", URL + "x", "--json");
    assertDone("card", "write", "--url", URL + "x", "--password-file", passwordFile);
    assertDone("card", "erase", "--password-file", passwordFile);
    assertDone("card", "write", "--url", URL);
  }

  @Test
  void dryRun_printsThePlanAndWritesNothing() throws IOException {
    Bytes before = tag.memory();
    assertDone(
        "card", "write", "--url", URL, "--lock", "--password-file", passwordFile, "--dry-run");
    assertTrue(said().startsWith("NTAG213 04E141124C2880 would be changed so:\n  page 0"), said());
    assertTrue(said().contains("the password is set"), said());
    assertTrue(said().endsWith("nothing was written\n"), said());
    assertDone("card", "erase", "--dry-run", "--json");
    assertTrue(json().get("dryRun").booleanValue());
    assertEquals(before, tag.memory());
    assertFalse(Files.exists(folder.resolve("state/journal/begun")));
  }

  @Test
  void lock_keepsWhatTheCardShows() throws IOException {
    assertDone("card", "write", "--url", URL);
    assertDone("card", "lock");
    assertTrue(said().contains("locked for ever"), said());
    assertRefused("tag-read-only", "card", "erase", "--json");
  }

  @Test
  void tornLock_isFinishedByLockAndByWrite() {
    for (String[] again :
        new String[][] {{"card", "lock"}, {"card", "write", "--url", URL, "--lock"}}) {
      EmulatedTag torn = CopiedTag.of(tag);
      reader.place(torn);
      assertDone("card", "write", "--url", URL);
      torn.tearAt(new Tear(2, 0));
      assertEquals(Console.WORLD_FAILED, run("card", "lock"));
      reader.place(torn);
      assertDone(again);
      assertTrue(said().contains("locked for ever"), said());
    }
  }

  @Test
  void cardBegunByHand_isNotGivenAnotherMessageWithoutAgain() throws IOException {
    tag.tearAt(new Tear(3, 1));
    assertEquals(Console.WORLD_FAILED, run("card", "write", "--url", URL));
    reader.place(tag);
    assertRefused("uid-begun-by-hand", "card", "write", "--url", URL + "x", "--json");
    assertTrue(complained().endsWith("or change the card all the same: --again\n"), complained());
    assertDone("card", "write", "--url", URL + "x", "--again");
  }

  private String otherPasswordFile() throws IOException {
    Path file = Files.writeString(folder.resolve("other"), "01020304\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file.toString();
  }

  /** Sets ACCESS (page 2A, byte 0) and AUTH0 to 08 (page 29, byte 3), as another tool may. */
  private void setAccess(String access) {
    tag.answer(Bytes.ofHex("1BA1B2C3D4"));
    tag.answer(Bytes.ofHex("A22904000008"));
    tag.answer(Bytes.ofHex("1BA1B2C3D4"));
    tag.answer(Bytes.ofHex("A22A" + access + "050000"));
    reader.place(CopiedTag.of(tag));
  }

  @Test
  void wrongPassword_thatMayBeCounted_isTriedAgainWithAgainAlone() throws IOException {
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    setAccess("05");
    String other = otherPasswordFile();
    assertRefused("tag-password-wrong", "card", "erase", "--password-file", other, "--json");
    assertTrue(complained().contains("after 5 wrong ones in a row"), complained());
    for (int presentation = 0; presentation < 6; presentation++) {
      assertRefused("password-refused-before", "card", "erase", "--password-file", other, "--json");
    }
    assertRefused(
        "tag-password-wrong", "card", "erase", "--password-file", other, "--again", "--json");
    assertDone("card", "erase", "--password-file", passwordFile);
    assertFalse(journalHolds("01020304"), "the wrong password is in the journal");
  }

  @Test
  void wrongPassword_thatIsNotCounted_mayBeTriedAgain() throws IOException {
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    String other = otherPasswordFile();
    for (int presentation = 0; presentation < 2; presentation++) {
      assertRefused("tag-password-wrong", "card", "erase", "--password-file", other, "--json");
    }
    assertTrue(complained().contains("does not count wrong ones"), complained());
  }

  @Test
  void rememberedPassword_isFreeAgainOnceACommandHasSetOne() throws IOException {
    String other = otherPasswordFile();
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    setAccess("05");
    assertRefused("tag-password-wrong", "card", "erase", "--password-file", other, "--json");
    assertDone("card", "erase", "--password-file", passwordFile);
    assertDone("card", "write", "--url", URL, "--password-file", other);
    assertDone("card", "erase", "--password-file", other);
  }

  private boolean journalHolds(String digits) throws IOException {
    Bytes file = Bytes.copyOf(Files.readAllBytes(folder.resolve("state/journal/journal.sqlite")));
    String text = new String(file.toArray(), StandardCharsets.ISO_8859_1);
    return text.contains(digits) || file.toHex().contains(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "85"})
  void readProtectedCard_showsNothingWithoutItsPassword(String access) throws IOException {
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    setAccess(access);
    assertRefused("tag-read-protected", "card", "read", "--json");
    assertRefused("tag-read-protected", "card", "verify", "--url", URL, "--json");
    assertRefused("tag-read-protected", "card", "write", "--url", URL + "x", "--again", "--json");
    assertEquals(Console.NO, run("card", "inspect"), said());
    assertTrue(said().contains("does not let itself be read"), said());
  }

  /** Neither message nor container can be seen, so that nothing can be planned. */
  @Test
  void cardThatHidesItsFirstPages_isErasedByItsPasswordAlone() throws IOException {
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    tag.answer(Bytes.ofHex("1BA1B2C3D4"));
    tag.answer(Bytes.ofHex("A22A85050000"));
    reader.place(CopiedTag.of(tag));
    assertRefused("tag-read-protected", "card", "erase", "--again", "--json");
    assertDone("card", "erase", "--password-file", passwordFile, "--again");
    assertDone("card", "write", "--url", URL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "85"})
  void readProtectedCard_isOpenedByItsPasswordFile(String access) throws IOException {
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    setAccess(access);
    assertDone("card", "verify", "--url", URL, "--password-file", passwordFile);
    assertDone("card", "inspect", "--url", URL, "--password-file", passwordFile, "--json");
    assertEquals("works", json().get("verdict").textValue());
    assertTrue(json().get("password").textValue().contains("reading"), said());
    assertDone("card", "write", "--url", URL + "x", "--password-file", passwordFile, "--again");
    assertDone("card", "erase", "--password-file", passwordFile);
    assertDone("card", "write", "--url", URL);
  }

  @Test
  void readProtectedCard_takesAWrongPasswordOnceAndIsAskedNoMore() throws IOException {
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    setAccess("85");
    String other = otherPasswordFile();
    assertRefused(
        "tag-password-wrong", "card", "verify", "--url", URL, "--password-file", other, "--json");
    assertTrue(complained().contains("cannot be read without"), complained());
    assertRefused(
        "password-refused-before",
        "card",
        "verify",
        "--url",
        URL,
        "--password-file",
        other,
        "--json");
    run("card", "inspect", "--password-file", other);
    assertTrue(said().contains("did not take this password before"), said());
    assertDone("card", "verify", "--url", URL, "--password-file", passwordFile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A1B2", "A1B2C3D4E", "A1B2C3D4\nA1B2C3D4", "FFFFFFFF", "XYZXYZXY"})
  void passwordFile_ofAnotherForm_isRefusedAndNotShown(String text) throws IOException {
    Files.writeString(Path.of(passwordFile), text);
    assertRefused(
        "card-password-file",
        "card",
        "write",
        "--url",
        URL,
        "--password-file",
        passwordFile,
        "--json");
    assertEquals(0, tag.writes());
  }

  @Test
  void passwordFile_thatIsMissingIsUsageAndOneThatOthersReadIsWarnedAbout() throws IOException {
    assertEquals(
        Console.USAGE, run("card", "lock", "--password-file", passwordFile + "s"), complained());
    Files.setPosixFilePermissions(
        Path.of(passwordFile), PosixFilePermissions.fromString("rw-r--r--"));
    assertDone("card", "write", "--url", URL, "--password-file", passwordFile);
    assertTrue(complained().contains("can be read by others"), complained());
  }

  @Test
  void inspect_ourCard_works() throws IOException {
    assertDone("card", "write", "--url", URL);
    assertDone("card", "inspect", "--url", URL, "--json");
    assertEquals("works", json().get("verdict").textValue());
    assertEquals("passes", json().get("chipTest").textValue());
    assertTrue(json().get("contentMatchesOrder").booleanValue());
    assertEquals("content-equal", json().at("/grounds/0/code").textValue());
    assertEquals("uid-ours", json().at("/grounds/1/code").textValue());
  }

  @Test
  void inspect_rewrittenCard_isTamperedWith() throws IOException {
    assertDone("card", "write", "--url", URL);
    Bytes ours = tag.memory();
    tag.answer(Bytes.ofHex("A20858585858"));
    assertFalse(tag.memory().equals(ours));
    assertEquals(Console.NO, run("card", "inspect", "--url", URL, "--json"));
    assertEquals("tampered", json().get("verdict").textValue());
    assertFalse(json().get("contentMatchesOrder").booleanValue());
    assertTrue(json().get("firstDifference").intValue() > 0);
  }

  @Test
  void inspect_cardOfAnotherOrder_isNotOurs() throws IOException {
    assertDone("card", "write", "--url", URL + "x");
    assertEquals(Console.NO, run("card", "inspect", "--url", URL, "--json"));
    assertEquals("not-ours", json().get("verdict").textValue());
    assertEquals(
        Console.NO, run("card", "inspect", "--uid", "04000000000001", "--json"), complained());
    assertEquals("uid-anothers", json().at("/grounds/1/code").textValue());
  }

  @Test
  void inspect_againstARowOfABatch() throws IOException {
    Path batch =
        Files.writeString(
            folder.resolve("cards.csv"),
            "name,url\nSample Person," + URL + "\nAnother," + URL + "x\n");
    assertDone("card", "write", "--url", URL);
    assertDone("card", "inspect", "--against", batch.toString(), "2", "--json");
    assertTrue(json().get("contentMatchesOrder").booleanValue());
    assertEquals(Console.NO, run("card", "inspect", "--against", batch.toString(), "3"));
    assertRefused(
        "card-order-row", "card", "inspect", "--against", batch.toString(), "9", "--json");
  }

  @Test
  void inspect_writeTest_leavesEveryByteAsItWas() throws IOException {
    assertDone("card", "write", "--url", URL, "--mirror", "uid,counter");
    Bytes before = tag.memory();
    int writes = tag.writes();
    assertDone("card", "inspect", "--write-test", "--json");
    assertTrue(complained().contains("do not lift it"), complained());
    assertEquals("works", json().get("verdict").textValue());
    assertEquals(before, tag.memory());
    assertTrue(tag.writes() - writes > 50, tag.writes() + " writes");
  }

  /** The first write changes the third byte of its page alone: torn before, it is not done. */
  @Test
  void inspect_writeTestTorn_saysSoNextTimeAndIsWrittenAnew() {
    assertDone("card", "write", "--url", URL);
    for (int write = 1; write <= 60; write += 7) {
      EmulatedTag torn = CopiedTag.of(tag);
      reader.place(torn);
      torn.tearAt(new Tear(write, 2));
      assertEquals(Console.WORLD_FAILED, run("card", "inspect", "--write-test"));
      reader.place(torn);
      assertEquals(write == 1 ? Console.DONE : Console.NO, run("card", "read"), "torn at " + write);
      assertTrue(complained().contains("was being tested by writing"), complained());
      assertDone("card", "write", "--url", URL);
    }
  }
}
