package tapwright.core.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

class CardLinkTest {

  private static final SellerId SELLER = new SellerId("seller-1");
  private static final Instant AT = Instant.parse("2026-03-04T05:06:07.000008Z");
  private static final Bytes START = CardLink.start(SELLER, new CardId(1));

  private static CardEntry entry(long version, String kind, String detail, String actor) {
    return new CardEntry(version, kind, detail, actor, "", "", AT, AT);
  }

  @Test
  void start_isAnotherForEachCardAndSeller() {
    assertNotEquals(START, CardLink.start(SELLER, new CardId(2)));
    assertNotEquals(START, CardLink.start(new SellerId("seller-2"), new CardId(1)));
    assertNotEquals(START, TrailLink.start(new Subject(SELLER, Subject.Area.CLAIM, "1")));
  }

  @Test
  void after_changesWithEachField() {
    Instant later = AT.plusNanos(1000);
    Set<Bytes> links = new HashSet<>();
    links.add(CardLink.after(START, entry(1, "issued", "", "shop")));
    links.add(CardLink.after(Bytes.zeros(32), entry(1, "issued", "", "shop")));
    links.add(CardLink.after(START, entry(2, "issued", "", "shop")));
    links.add(CardLink.after(START, entry(1, "issue", "d", "shop")));
    links.add(CardLink.after(START, entry(1, "issued", "s", "hop")));
    links.add(CardLink.after(START, new CardEntry(1, "issued", "", "shop", "", "why", AT, AT)));
    links.add(CardLink.after(START, new CardEntry(1, "issued", "", "shop", "why", "", AT, AT)));
    links.add(CardLink.after(START, new CardEntry(1, "issued", "", "shop", "", "", later, AT)));
    links.add(CardLink.after(START, new CardEntry(1, "issued", "", "shop", "", "", AT, later)));

    assertEquals(9, links.size());
  }

  /** PostgreSQL keeps another character in its place. */
  @Test
  void aNul_isLinkedAsItIsKept() {
    assertEquals(
        CardLink.after(START, entry(1, "issued", "a\uFFFDb", "shop")),
        CardLink.after(START, entry(1, "issued", "a\0b", "shop")));
  }

  /** Written down once: a record that is years old must verify still. */
  @Test
  void after_staysAsItWas() {
    assertEquals(
        "46813F3D8C8633FB06BF4F6845FA8CDF9B30C1FE4A2BDAB75C3C70911A0525BC",
        CardLink.after(START, entry(1, "issued", "", "shop")).toHex());
  }
}
