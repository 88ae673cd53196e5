package tapwright.core.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.DnaKeys;

/** Hits on the link of a chip that signs, with the example of AN12196 rev. 2.0, tables 2 and 4. */
class SignedHitTest {

  private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)";
  private static final String E = "EF963FF7828658A599F3041510671E88";
  private static final String C = "94EED9EE65337086";
  private static final String QUERY = "e=" + E + "&c=" + C;
  private static final String UID = "04DE5F1EACC040";
  private static final int COUNTER = 61;

  private final HitClassing classing = new HitClassing(PreviewAgents.parse("whatsapp/"));

  @Test
  void aSignedRead_isATapOfThisCounter() {
    Verdict tap = new Verdict(HitClass.TAP, Assurance.SIGNED, Reason.NEW_COUNTER, COUNTER);

    assertEquals(tap, classed(QUERY, chip(UID, 60)));
    assertEquals(tap, classed(QUERY.toLowerCase(Locale.ROOT), chip(UID, 60)));
    assertEquals(tap, classed("x=1&" + QUERY + "&c=0", chip(UID, 0)));
    assertEquals(
        new Verdict(HitClass.REPLAY, Assurance.SIGNED, Reason.COUNTER_SEEN, COUNTER),
        tap.counterSeen());
  }

  @Test
  void aReadOfTheStation_isAReplay() {
    assertEquals(
        new Verdict(HitClass.REPLAY, Assurance.SIGNED, Reason.STATION_READ, COUNTER),
        classed(QUERY, chip(UID, COUNTER)));
  }

  @Test
  void aReadOfAnotherChip_isForged() {
    assertEquals(
        new Verdict(HitClass.FORGED, Assurance.SIGNED, Reason.UID_OF_ANOTHER_CHIP, COUNTER),
        classed(QUERY, chip("04DE5F1EACC041", 0)));
    assertEquals(
        Reason.UID_OF_ANOTHER_CHIP,
        classed(QUERY, new ChipOnRecord(Optional.empty(), 0, Optional.of(DnaKeys.FACTORY.sun())))
            .reason());
  }

  @Test
  void anyDigitChanged_isForged() {
    for (int at = 0; at < QUERY.length(); at++) {
      boolean isName = QUERY.startsWith("=", at + 1);
      if (!isName && Character.digit(QUERY.charAt(at), 16) >= 0) {
        char other = QUERY.charAt(at) == '0' ? '1' : '0';
        String changed = QUERY.substring(0, at) + other + QUERY.substring(at + 1);

        assertEquals(
            Verdict.bare(HitClass.FORGED, Reason.SIGNATURE_WRONG), classed(changed, chip(UID, 0)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e=" + E,
        "c=" + C,
        "e=&c=" + C,
        "e=" + E + "&c=" + C + "0",
        "e=" + E + "0&c=" + C,
        "e=%45F963FF7828658A599F3041510671E88&c=" + C,
        "m=04DE5F1EACC040x00003D&c=" + C
      })
  void whatNoChipWrites_isForged(String query) {
    assertEquals(
        Verdict.bare(HitClass.FORGED, Reason.SIGNATURE_MALFORMED), classed(query, chip(UID, 0)));
  }

  /** A mirror for all to read proves nothing on a card whose chip signs. */
  @ParameterizedTest
  @ValueSource(strings = {"", "e=&c=", "m=04DE5F1EACC040x00003D", "E=" + E + "&C=" + C, "x"})
  void theLinkWithoutASignature_isNoTap(String query) {
    assertEquals(
        Verdict.bare(HitClass.REPLAY, Reason.SIGNATURE_MISSING), classed(query, chip(UID, 0)));
  }

  @Test
  void thePlaceAsItWasWritten_isNoTap() {
    assertEquals(
        Verdict.bare(HitClass.REPLAY, Reason.SIGNATURE_MISSING),
        classed(SignedPlace.ENCIPHERED.text(), chip(UID, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "true,  '',       '',                   HEAD_REQUEST",
    "false, prefetch, '',                   PREFETCH",
    "false, '',       WhatsApp/2.23.20.0 A, PREVIEW_AGENT"
  })
  void aMachinesLook_usesNoCounter(boolean head, String purpose, String agent, Reason reason) {
    ChipParameters written = ChipParameters.in(QUERY);
    Hit hit = new Hit(LinkKind.CHIP, head, agent, purpose, written, false);

    assertEquals(Verdict.bare(HitClass.PREVIEW, reason), classing.classify(hit, chip(UID, 0)));
  }

  @Test
  void thePrintOfASigningCard_isAScan() {
    Hit hit = new Hit(LinkKind.PRINT, false, PHONE, "", ChipParameters.in(QUERY), false);

    assertEquals(
        Verdict.bare(HitClass.SCAN, Reason.PRINT_LINK), classing.classify(hit, chip(UID, 0)));
  }

  @Test
  void aSignatureOnACardThatDoesNotSign_isNotLookedAt() {
    ChipOnRecord silent = new ChipOnRecord(Optional.empty(), ChipOnRecord.NOT_COUNTING);

    assertEquals(Verdict.bare(HitClass.TAP, Reason.CHIP_LINK), classed(QUERY, silent));
  }

  @Test
  void parameters_areReadAsTheyWereSent() {
    assertEquals(ChipParameters.NONE, ChipParameters.in(""));
    assertEquals(new ChipParameters("1", "2", "3"), ChipParameters.in("em=9&m=1&e=2&&c=3&m=4"));
    assertEquals(64, ChipParameters.in("m=" + "0".repeat(500)).mirror().length());
  }

  @Test
  void texts_showNoSignedMessage() {
    Hit hit = new Hit(LinkKind.CHIP, false, PHONE, "", ChipParameters.in(QUERY), false);
    String shown = hit + " " + chip(UID, 0) + " " + classing.classify(hit, chip(UID, 0));

    assertFalse(shown.contains(E) || shown.contains(C), shown);
  }

  private Verdict classed(String query, ChipOnRecord chip) {
    return classing.classify(
        new Hit(LinkKind.CHIP, false, PHONE, "", ChipParameters.in(query), false), chip);
  }

  private static ChipOnRecord chip(String uid, int baseline) {
    return new ChipOnRecord(
        Optional.of(Uid.ofHex(uid)), baseline, Optional.of(DnaKeys.FACTORY.sun()));
  }
}
