package tapwright.core.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

class TrailLinkTest {

  private static final Subject CLAIM =
      new Subject(new SellerId("seller-1"), Subject.Area.CLAIM, "claim-1");
  private static final Instant AT = Instant.parse("2026-03-04T05:06:07.000008Z");
  private static final TrailEntry.By BY = new TrailEntry.By("support@example.com", "support");
  private static final TrailEntry ENTRY =
      new TrailEntry(1, "received", "{}", BY, "", AT, AT.plusSeconds(1));

  @Test
  void start_isAnotherForEachSubject() {
    Set<Bytes> starts = new HashSet<>();
    for (String seller : List.of("seller-1", "seller-2")) {
      for (Subject.Area area : Subject.Area.values()) {
        for (String id : List.of("1", "2")) {
          starts.add(TrailLink.start(new Subject(new SellerId(seller), area, id)));
        }
      }
    }

    assertEquals(2 * Subject.Area.values().length * 2, starts.size());
  }

  @Test
  void after_changesWithEachField() {
    Bytes start = TrailLink.start(CLAIM);
    Instant later = AT.plusNanos(1000);
    Set<Bytes> links = new HashSet<>();
    links.add(TrailLink.after(start, ENTRY));
    links.add(TrailLink.after(Bytes.zeros(32), ENTRY));
    links.add(TrailLink.after(start, entry(2, "received", "{}", BY, "", AT)));
    links.add(TrailLink.after(start, entry(1, "receive", "d{}", BY, "", AT)));
    links.add(TrailLink.after(start, entry(1, "received", "{} ", BY, "", AT)));
    links.add(TrailLink.after(start, entry(1, "received", "{}", BY, "B1", AT)));
    links.add(TrailLink.after(start, entry(1, "received", "{}", BY, "", later)));
    links.add(
        TrailLink.after(
            start,
            entry(
                1, "received", "{}", new TrailEntry.By("support@example.co", "msupport"), "", AT)));
    links.add(TrailLink.after(start, new TrailEntry(1, "received", "{}", BY, "", AT, AT)));

    assertEquals(9, links.size());
  }

  @Test
  void aNulInWords_isReplacedBeforeItIsLinked() {
    assertEquals("a\uFFFDb", entry(1, "received", "{}", BY, "a\0b", AT).cause());
  }

  private static TrailEntry entry(
      long number, String kind, String detail, TrailEntry.By by, String cause, Instant at) {
    return new TrailEntry(number, kind, detail, by, cause, at, AT.plusSeconds(1));
  }

  /** Written down once: a record that is years old must verify still. */
  @Test
  void after_staysAsItWas() {
    assertEquals(
        "F09F144ED03EB2FCB42F51344F1C939A94FCF6E88E322F386A23EAF40BF198F2",
        TrailLink.after(TrailLink.start(CLAIM), ENTRY).toHex());
    assertNotEquals(TrailLink.start(CLAIM), TrailLink.after(TrailLink.start(CLAIM), ENTRY));
  }
}
