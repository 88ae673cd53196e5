package tapwright.server.store.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;

class FoldedInstantsTest {

  private static final FoldedInstants NONE = new FoldedInstants(Bytes.EMPTY);

  @Test
  void uses_comeBackAsTheyWere() {
    List<FoldedInstants.Use> uses =
        List.of(
            new FoldedInstants.Use(0, "bare", false),
            new FoldedInstants.Use(86_399_999_999L, "signed", true),
            new FoldedInstants.Use(1, "mirrored", false),
            new FoldedInstants.Use(43_200_000_000L, "bare", true));

    FoldedInstants all = NONE.and(uses.subList(0, 2)).and(uses.subList(2, 4));

    assertEquals(uses, all.uses());
    assertEquals(4, all.count());
  }

  @Test
  void aUse_takesFiveBytesOfAFixedForm() {
    // 3 microseconds after midnight, signed, in quick succession: 3 * 8 + 4 + 2.
    assertEquals(
        Bytes.ofHex("000000001E"),
        NONE.and(List.of(new FoldedInstants.Use(3, "signed", true))).bytes());
    // The last microsecond of a day: 86,399,999,999 * 8.
    assertEquals(
        Bytes.ofHex("A0EEBAFFF8"),
        NONE.and(List.of(new FoldedInstants.Use(86_399_999_999L, "bare", false))).bytes());
  }

  @Test
  void whatIsNoInstantOfADay_isADefect() {
    assertThrows(IllegalArgumentException.class, () -> new FoldedInstants.Use(-1, "bare", false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FoldedInstants.Use(86_400_000_000L, "bare", false));
    assertThrows(IllegalArgumentException.class, () -> new FoldedInstants(Bytes.zeros(6)));
  }
}
