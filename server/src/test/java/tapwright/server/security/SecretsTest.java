package tapwright.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.wire.WireContact;
import tapwright.server.record.access.Role;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.key.DataKey;
import tapwright.server.record.key.HolderKey;

class SecretsTest {

  private static final SellerId SELLER = new SellerId("default");
  private static final CardId CARD = new CardId(7);
  private static final WireContact CONTACT =
      new WireContact(
          "Jörg Müller-Sample",
          "Vertrieb",
          "Example GmbH",
          "+49 (30) 1234",
          "joerg.mueller@example.com",
          "");

  private final ContactVault vault = vault((byte) 1);

  private static ContactVault vault(byte key) {
    byte[] master = new byte[Keys.MASTER_BYTES];
    master[0] = key;
    return new ContactVault(new Keys(master), new Random(5));
  }

  @Test
  void contact_opensForItsSellerAndCardAndKeyOnly() {
    SealedContact sealed = sealed();

    assertEquals(CONTACT, vault.open(sealed, SELLER, CARD));
    assertThrows(IllegalStateException.class, () -> vault.open(sealed, SELLER, new CardId(8)));
    assertThrows(
        IllegalStateException.class, () -> vault.open(sealed, new SellerId("other"), CARD));
    assertThrows(IllegalStateException.class, () -> vault((byte) 2).open(sealed, SELLER, CARD));
  }

  private SealedContact sealed() {
    return vault.seal(CONTACT, vault.newKey("HOLDER1", SELLER), SELLER, CARD);
  }

  @Test
  void contact_opensWithItsHoldersKeyOnly() {
    SealedContact sealed = sealed();
    HolderKey anothers = vault.newKey("HOLDER1", SELLER);
    HolderKey renamed = new HolderKey("HOLDER2", sealed.key().orElseThrow().wrapped());

    for (Optional<HolderKey> wrong :
        List.of(Optional.of(anothers), Optional.of(renamed), Optional.<HolderKey>empty())) {
      SealedContact taken = new SealedContact(sealed.sealed(), wrong);
      assertThrows(
          IllegalStateException.class, () -> vault.open(taken, SELLER, CARD), wrong.toString());
    }
  }

  @Test
  void contact_changedAtAnyByte_doesNotOpen() {
    SealedContact contact = sealed();
    Bytes sealed = contact.sealed();
    for (int i = 0; i < sealed.size(); i++) {
      SealedContact changed =
          new SealedContact(sealed.with(i, Bytes.of(sealed.at(i) ^ 1)), contact.key());
      assertThrows(IllegalStateException.class, () -> vault.open(changed, SELLER, CARD), "" + i);
    }
  }

  @Test
  void contact_sealedTwice_looksDifferent() {
    HolderKey key = vault.newKey("HOLDER1", SELLER);

    assertNotEquals(vault.seal(CONTACT, key, SELLER, CARD), vault.seal(CONTACT, key, SELLER, CARD));
  }

  @Test
  void contact_ofAnEarlierVersion_opens() {
    SealedContact old =
        OldSeal.of(new Keys(new DataKey(Bytes.zeros(32).with(0, Bytes.of(1)))), CONTACT, CARD);

    assertEquals(CONTACT, vault.open(old, SELLER, CARD));
  }

  @Test
  void aHoldersMark_isThatOfTheEmailAddress() {
    assertEquals(
        vault.mark(CONTACT, SELLER, CARD), vault.mark(" Joerg.Mueller@Example.com ", SELLER));
    assertNotEquals(
        vault.mark("joerg@example.com", SELLER),
        vault.mark("joerg@example.com", new SellerId("other")));
    WireContact without = new WireContact("Jo Sample", "", "", "", "", "");
    assertNotEquals(vault.mark(without, SELLER, CARD), vault.mark(without, SELLER, new CardId(8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jorg",
        "JÖRG",
        "muller-sample",
        "example gmbh",
        "joerg.mueller@example.com",
        "+49 30 1234",
        "vertrieb"
      })
  void search_findsWholeWordsHoweverTheyAreWritten(String searched) {
    assertTrue(
        vault.blindWords(CONTACT, SELLER).containsAll(vault.blindWords(searched, SELLER)),
        searched);
    assertFalse(vault.blindWords(searched, SELLER).isEmpty());
  }

  @Test
  void blindWords_ofAnotherSellerOrKey_areDifferent() {
    assertNotEquals(
        vault.blindWords("muller", SELLER), vault.blindWords("muller", new SellerId("other")));
    assertNotEquals(
        vault.blindWords("muller", SELLER), vault((byte) 2).blindWords("muller", SELLER));
  }

  @Test
  void token_isLongScopedAndSilent() {
    TokenSecret secret = TokenSecret.draw(Role.STATION, new Random(1));

    assertTrue(secret.reveal().matches("tw_station_[A-Za-z0-9_-]{43}"), secret.reveal());
    assertEquals("TokenSecret", secret.toString());
    assertEquals(secret.hash(), TokenSecret.shown(secret.reveal()).hash());
    assertNotEquals(secret.hash(), TokenSecret.draw(Role.STATION, new Random(2)).hash());
  }

  @ParameterizedTest
  @CsvSource({"0, true", "29, true", "30, false", "31, false", "-1, false"})
  void browserMark_isFreshForThirtySeconds(long age, boolean fresh) {
    BrowserMark marks = new BrowserMark(new Keys(new byte[Keys.MASTER_BYTES]));
    Instant at = Instant.parse("2026-03-02T08:00:00Z");

    assertEquals(
        fresh, marks.isFresh(marks.of("/t/A", at), "/t/A", at.plusSeconds(age), BrowserMark.FRESH));
    assertFalse(marks.isFresh(marks.of("/t/A", at), "/t/B", at, BrowserMark.FRESH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "abc", "zz.", "1.AAAA", "-1.AAAA", "99999999999999999999.A"})
  void browserMark_thatIsNoneOfOurs_isNotFresh(String mark) {
    BrowserMark marks = new BrowserMark(new Keys(new byte[Keys.MASTER_BYTES]));

    assertFalse(marks.isFresh(mark, "/t/A", Instant.EPOCH, BrowserMark.FRESH));
  }

  @Test
  void keys_areOfOneLengthAndSilent() {
    assertThrows(IllegalArgumentException.class, () -> new Keys(new byte[31]));
    assertEquals("Keys", new Keys(new byte[Keys.MASTER_BYTES]).toString());
  }
}
