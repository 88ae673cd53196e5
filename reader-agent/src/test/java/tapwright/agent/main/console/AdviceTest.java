package tapwright.agent.main.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.station.StationRefusal;
import tapwright.core.RefusalCode;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.finish.FinishRefusal;
import tapwright.core.tag.type4.Type4Refusal;

class AdviceTest {

  /**
   * What may be a matter of the content, the reader or the card, so that the message alone says
   * more than any advice.
   */
  private static final Set<RefusalCode> WITHOUT =
      Set.of(
          TagRefusal.TLV_MALFORMED,
          TagRefusal.NO_SAFE_ORDER,
          ProtectionRefusal.MIRROR_PLACE_MISSING,
          ProtectionRefusal.MIRROR_PLACE_TOO_FAR,
          FinishRefusal.NOT_VERIFIED,
          EncodeRefusal.PASSWORD_COUNTED,
          Type4Refusal.LENGTH_TOO_LARGE,
          Type4Refusal.LOCKED,
          Type4Refusal.READ_ONLY);

  @Test
  void everyRefusalOfACard_saysWhatToDo() {
    Set<RefusalCode> silent =
        Stream.of(
                TagRefusal.values(),
                ProtectionRefusal.values(),
                FinishRefusal.values(),
                EncodeRefusal.values(),
                Type4Refusal.values())
            .flatMap(Arrays::stream)
            .map(RefusalCode.class::cast)
            .filter(code -> Advice.on(code.with()).isEmpty())
            .collect(Collectors.toSet());
    assertEquals(WITHOUT, silent);
  }

  @Test
  void whoLaysManyCards_isToldNoOption() {
    for (Advice advice : Advice.values()) {
      assertFalse(advice.atReader().contains("--"), advice.atReader());
    }
    assertEquals(
        Advice.ANOTHERS,
        Advice.on(
                StationRefusal.UID_OWNED.with("uid", "04", "owner", "line 3", "state", "finished"))
            .orElseThrow());
  }
}
