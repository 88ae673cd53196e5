package tapwright.core.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.tag.Uid;

class HitClassingTest {

  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
  private static final String IMESSAGE =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko)"
          + " Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0";
  private static final String UID = "04E141124C2880";
  private static final int BASELINE = 3;

  private static final ChipOnRecord COUNTING =
      new ChipOnRecord(Optional.of(Uid.ofHex(UID)), BASELINE);
  private static final ChipOnRecord SILENT =
      new ChipOnRecord(Optional.of(Uid.ofHex(UID)), ChipOnRecord.NOT_COUNTING);

  private final PreviewAgents agents = PreviewAgents.parse(resource());
  private final HitClassing classing = new HitClassing(agents);

  @ParameterizedTest
  @CsvSource({
    // link, mirror, repeats, class, assurance, reason
    "CHIP,  04E141124C2880x000004, false, TAP,    MIRRORED, NEW_COUNTER",
    "CHIP,  04e141124c2880x00003f, false, TAP,    MIRRORED, NEW_COUNTER",
    "CHIP,  04E141124C2880xFFFFFF, true,  TAP,    MIRRORED, NEW_COUNTER",
    "CHIP,  04E141124C2880x000003, false, REPLAY, MIRRORED, STATION_READ",
    "CHIP,  04E141124C2881x000004, false, FORGED, MIRRORED, UID_OF_ANOTHER_CHIP",
    "CHIP,  04E141124C2880x00004,  false, FORGED, MIRRORED, MIRROR_MALFORMED",
    "CHIP,  04E141124C2880X000004, false, FORGED, MIRRORED, MIRROR_MALFORMED",
    "CHIP,  04E141124C288Gx000004, false, FORGED, MIRRORED, MIRROR_MALFORMED",
    "CHIP,  00000000000000x000000, false, REPLAY, BARE,     MIRROR_MISSING",
    "CHIP,  '',                    false, REPLAY, BARE,     MIRROR_MISSING",
    "CHIP,  '',                    true,  REPEAT, BARE,     SAME_BROWSER",
    "PRINT, '',                    false, SCAN,   BARE,     PRINT_LINK",
    "PRINT, 04E141124C2880x000004, false, SCAN,   BARE,     PRINT_LINK",
    "PRINT, '',                    true,  REPEAT, BARE,     SAME_BROWSER",
    "SHARE, '',                    false, SHARE,  BARE,     SHARE_PAGE",
    "SHARE, 04E141124C2880x000004, false, SHARE,  BARE,     SHARE_PAGE",
    "SHARE, '',                    true,  REPEAT, BARE,     SAME_BROWSER",
    "CONTACT, '',                  false, SHARE,  BARE,     CONTACT_SAVED",
    "CONTACT, '',                  true,  REPEAT, BARE,     SAME_BROWSER"
  })
  void aPhonesHit_isClassedByWhatTheChipSays(
      LinkKind link,
      String mirror,
      boolean repeats,
      HitClass hitClass,
      Assurance assurance,
      Reason reason) {
    Verdict verdict = classing.classify(hit(link, mirror, repeats), COUNTING);

    assertEquals(new Verdict(hitClass, assurance, reason, verdict.counter()), verdict);
  }

  @Test
  void aChipThatDoesNotCount_isBelievedOnItsLink() {
    assertEquals(
        Verdict.bare(HitClass.TAP, Reason.CHIP_LINK),
        classing.classify(hit(LinkKind.CHIP, "", false), SILENT));
  }

  @Test
  void aMirrorOnACardWithoutAChip_isForged() {
    ChipOnRecord none = new ChipOnRecord(Optional.empty(), ChipOnRecord.NOT_COUNTING);

    assertEquals(
        Reason.UID_OF_ANOTHER_CHIP,
        classing.classify(hit(LinkKind.CHIP, UID + "x000004", false), none).reason());
  }

  @Test
  void head_isAPreviewAndUsesNoCounter() {
    Verdict verdict =
        classing.classify(
            new Hit(
                LinkKind.CHIP, true, PHONE, "", ChipParameters.mirrored(UID + "x000009"), false),
            COUNTING);

    assertEquals(Verdict.bare(HitClass.PREVIEW, Reason.HEAD_REQUEST), verdict);
    assertFalse(verdict.usesCounter());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prefetch", "prefetch;prerender", "prefetch;anonymous-client-ip", "preview"})
  void aFetchAheadOfItsUser_isAPreview(String purpose) {
    assertEquals(Reason.PREFETCH, classing.classify(asking(purpose, PHONE), COUNTING).reason());
  }

  @ParameterizedTest
  @CsvSource({
    // Sec-Fetch-Mode, class
    "navigate,    TAP",
    "no-cors,     PREVIEW",
    "cors,        PREVIEW",
    "same-origin, PREVIEW",
    "websocket,   PREVIEW"
  })
  void whatAnotherPageFetches_isAPreview(String mode, HitClass hitClass) {
    Verdict verdict = classing.classify(asking(mode, PHONE), COUNTING);

    assertEquals(hitClass, verdict.hitClass());
    assertEquals(hitClass == HitClass.PREVIEW, verdict.reason() == Reason.NO_VISIT);
  }

  @Test
  void anAgentThatDrawsPreviews_isAPreview() {
    assertEquals(
        Verdict.bare(HitClass.PREVIEW, Reason.PREVIEW_AGENT),
        classing.classify(asking("navigate", IMESSAGE), COUNTING));
  }

  @Test
  void onlyATapThatTellsItsRead_usesACounter() {
    Verdict tap = classing.classify(hit(LinkKind.CHIP, UID + "x000004", false), COUNTING);

    assertTrue(tap.usesCounter());
    assertEquals(4, tap.counter());
    assertFalse(Verdict.bare(HitClass.TAP, Reason.CHIP_LINK).usesCounter());
    assertEquals(
        new Verdict(HitClass.REPLAY, Assurance.MIRRORED, Reason.COUNTER_SEEN, 4),
        tap.counterSeen());
    assertFalse(tap.counterSeen().usesCounter());
  }

  private static Hit asking(String purpose, String agent) {
    ChipParameters written = ChipParameters.mirrored(UID + "x000009");
    return new Hit(LinkKind.CHIP, false, agent, purpose, written, false);
  }

  private static Hit hit(LinkKind link, String mirror, boolean repeats) {
    return new Hit(link, false, PHONE, "", ChipParameters.mirrored(mirror), repeats);
  }

  private static String resource() {
    try (InputStream list =
        Objects.requireNonNull(PreviewAgents.class.getResourceAsStream(PreviewAgents.RESOURCE))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
