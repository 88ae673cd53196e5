package tapwright.agent.main.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.main.console.Console;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** Cards that can be looked at and not more: copies, and tags that hide themselves. */
class CardLookCommandTest extends CardDesk {

  private static final String URL = "https://example.com/t/AbC123";
  private static final Uid UID = Uid.ofHex("04E141124C2880");

  /** A link of 9 bytes behind the lock control block that such a chip has from its factory. */
  private static final String MESSAGE = "0309D101055504612E6F72";

  private EmulatedTag copy() {
    EmulatedTag tag = EmulatedTag.blank(EmulatedChip.FEIJU_NTAG213, UID);
    reader.place(tag);
    tag.answer(Bytes.ofHex("A204" + "0103A00C"));
    tag.answer(Bytes.ofHex("A205" + "34" + MESSAGE.substring(0, 6)));
    tag.answer(Bytes.ofHex("A206" + MESSAGE.substring(6, 14)));
    tag.answer(Bytes.ofHex("A207" + MESSAGE.substring(14, 22)));
    tag.answer(Bytes.ofHex("A208" + "FE000000"));
    return CopiedTag.of(tag);
  }

  @Test
  void copy_isReadWithANotice() {
    reader.place(copy());
    assertDone("card", "read");
    assertTrue(said().contains("uri https://a.or"), said());
    assertTrue(complained().contains("read and never written: the tag is a copy"), complained());
  }

  @Test
  void copy_isNeverWritten() throws IOException {
    EmulatedTag copy = copy();
    Bytes before = copy.memory();
    reader.place(copy);
    assertRefused("tag-maker-foreign", "card", "write", "--url", URL, "--json");
    assertRefused("tag-maker-foreign", "card", "lock", "--json");
    assertRefused("tag-maker-foreign", "card", "erase", "--json");
    assertEquals(before, copy.memory());
  }

  /** Protected for reading from the page on that AUTH0 names, the first pages among them. */
  @ParameterizedTest
  @ValueSource(strings = {"02", "03", "04", "05", "06", "07"})
  void hiddenCard_opensToItsPassword(String auth0) throws IOException {
    EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG213, UID);
    reader.place(tag);
    assertDone("card", "write", "--url", URL);
    EmulatedTag hidden = hidden(tag, auth0);
    reader.place(hidden);
    String password = secretFile("password", "A1B2C3D45EC2");
    assertRefused("tag-read-protected", "card", "read", "--json");
    assertDone("card", "read", "--password-file", password);
    assertTrue(said().contains(URL), said());
    assertDone("card", "verify", "--url", URL, "--password-file", password);
    assertDone("card", "inspect", "--url", URL, "--password-file", password, "--json");
    assertEquals("works", json().get("verdict").textValue());
    assertDone("card", "write", "--url", URL + "x", "--password-file", password);
    assertDone("card", "erase", "--again", "--password-file", password);
    assertDone("card", "write", "--url", URL);
  }

  /** Its password would be tried on nobody knows which card. */
  @ParameterizedTest
  @ValueSource(strings = {"00", "01"})
  void cardThatHidesItsUid_isRefusedBeforeItsPassword(String auth0) throws IOException {
    EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG213, UID);
    reader.place(tag);
    EmulatedTag hidden = hidden(tag, auth0);
    reader.place(hidden);
    String password = secretFile("password", "A1B2C3D45EC2");
    assertRefused("card-uid-hidden", "card", "read", "--json");
    assertRefused("card-uid-hidden", "card", "read", "--password-file", password, "--json");
    assertRefused("card-uid-hidden", "card", "inspect", "--json");
    assertDone("readers");
    assertTrue(said().contains("NTAG213"), said());
    Bytes before = hidden.memory();
    assertRefused("card-uid-hidden", "card", "erase", "--password-file", password, "--json");
    assertEquals(before, hidden.memory());
  }

  @Test
  void hiddenCard_isGivenAWrongPasswordOnce() throws IOException {
    EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG213, UID);
    reader.place(tag);
    reader.place(hidden(tag, "04"));
    String wrong = secretFile("wrong", "0102030405");
    String another = secretFile("another", "01020304" + "0506");
    assertEquals(Console.NO, run("card", "read", "--password-file", wrong));
    assertRefused("tag-password-wrong", "card", "read", "--password-file", another, "--json");
    assertRefused("password-refused-before", "card", "read", "--password-file", another, "--json");
  }

  @Test
  void hiddenCardWithoutPassword_isOfAKnownKind() throws IOException {
    EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG213, UID);
    reader.place(tag);
    reader.place(hidden(tag, "04"));
    assertDone("card", "inspect", "--json");
    assertEquals("NTAG213", json().get("chip").textValue());
    assertEquals("unknown", json().get("verdict").textValue());
  }

  /** PWD, PACK, then PROT, then AUTH0 (NTAG213 data sheet, section 8.5.7). */
  private static EmulatedTag hidden(EmulatedTag tag, String auth0) {
    tag.answer(Bytes.ofHex("A22BA1B2C3D4"));
    tag.answer(Bytes.ofHex("A22C5EC20000"));
    tag.answer(Bytes.ofHex("A22A80050000"));
    tag.answer(Bytes.ofHex("A229040000" + auth0));
    return CopiedTag.of(tag);
  }
}
