package tapwright.core.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;

class DynamicLockTest {

  @ParameterizedTest
  @CsvSource({
    "NTAG212, FF030000",
    "MF0UL21, FF030000",
    "NTAG213, FF0F0000",
    "NTAG213TT, FF0F0000",
    "NTAG215, FF000000",
    "NTAG216, FF3F0000",
    "ULTRALIGHT_C, EEF00000"
  })
  void locked_setsEveryLockBitAndNoOther(TagModel model, String page) {
    DynamicLock lock = model.dynamicLock().orElseThrow();
    assertEquals(page, lock.locked().toHex());
    assertTrue(lock.isLocked(lock.locked()));
    assertFalse(lock.isLocked(Bytes.zeros(4)));
    assertEquals(List.of(), lock.lockedPages(Bytes.zeros(4)));
  }

  /** No user page is left out, and none is locked by two bits. */
  @ParameterizedTest
  @EnumSource
  void bits_coverEveryUserPageOnce(TagModel model) {
    List<Integer> pages =
        model.dynamicLock().map(lock -> lock.lockedPages(lock.locked())).orElse(List.of());
    for (int page = DynamicLock.FIRST_LOCKED_PAGE; page <= model.lastUserPage(); page++) {
      assertEquals(pages.indexOf(page), pages.lastIndexOf(page), "page " + page);
      assertTrue(pages.contains(page), "page " + page);
    }
  }

  /** The mistake of 00 00 3F: block-locking bits alone lock nothing, and freeze all of it open. */
  @Test
  void blockLockingBitsAlone_freezeEveryPageOpen() {
    DynamicLock lock = TagModel.NTAG213.dynamicLock().orElseThrow();
    Bytes blocked = Bytes.ofHex("00003F00");
    assertEquals(List.of(), lock.lockedPages(blocked));
    assertEquals(24, lock.pagesFrozenOpen(blocked).size());
    assertEquals(List.of(), lock.pagesFrozenOpen(Bytes.ofHex("FF0F3F00")));
  }
}
