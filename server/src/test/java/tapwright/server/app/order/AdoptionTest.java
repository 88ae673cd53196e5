package tapwright.server.app.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Mark;
import tapwright.core.card.Slug;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Reason;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;
import tapwright.server.app.FieldError;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.card.CardView;
import tapwright.server.app.card.SeenCard;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.record.card.CardFilter;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.claim.StoredClaim;

/** Cards that another program made, taken over with what they went through. */
class AdoptionTest implements NewRecord {

  private static final String UID = "04E141124C2880";
  private static final String OTHER_UID = "04E141124C2881";
  private static final String IN_USE = "2026-02-28T08:00:00Z";
  private static final Map<String, String> ACTIVE =
      Map.of(
          "slug", "7HK3M9QRTV", "uid", UID, "state", "active", "activatedAt", IN_USE, "taps", "41");

  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void activeCard_isOnRecordWithItsHistoryAndLeadsOn() {
    CardView card = view(adopted(line(1, ACTIVE)));

    assertEquals(CardState.ACTIVE, card.card().status().state());
    assertEquals("adopted-7HK3M9QRTV", card.order().number());
    assertEquals("Sample Person 1", card.contact().orElseThrow().name());
    assertEquals(
        List.of("adopted", "issued", "activated"),
        card.history().stream().map(CardHistory::kind).toList());
    assertEquals("taps 41", card.history().getFirst().detail());
    assertEquals(Instant.parse(IN_USE), card.history().getLast().at());
    assertEquals(World.START, card.history().getLast().recordedAt());
    assertEquals(
        new HitAnswer.Redirect("https://example.com/1", false),
        world.hit(card.card().slug(), LinkKind.CHIP, UID + "x00002A", false));
    assertEquals(1, view(card.card().id()).used().orElseThrow().taps());
  }

  @Test
  void issuedAndRevokedCards_areSo() {
    CardId issued = adopted(line(1, with(ACTIVE, Map.of("state", "issued", "activatedAt", ""))));
    CardId revoked =
        adopted(
            line(
                2,
                with(ACTIVE, Map.of("state", "revoked", "slug", "7HK3M9QRTW", "uid", OTHER_UID))));

    assertEquals(CardState.ISSUED, view(issued).card().status().state());
    assertEquals(CardState.REVOKED, view(revoked).card().status().state());
    assertEquals(
        new HitAnswer.Page(HitAnswer.PageKind.REVOKED),
        world.hit(slug("7HK3M9QRTW"), LinkKind.PRINT, "", false));
  }

  /** What was counted elsewhere is in no window here; that it may matter is told. */
  @Test
  void usesFromBefore_areToldByADecisionAsPerhapsUnseen() {
    OrderLine bought =
        new OrderLine(
            1,
            "A-1",
            "b-rigardz",
            contact(1),
            "",
            ChipOrder.USUAL,
            Map.of(
                "line", "subscription",
                "term", "monthly",
                "price", "49.00 INR",
                "purchasedAt", IN_USE));
    CardId card = id(World.done(adopt("k1", new AdoptLine(bought, ACTIVE))), 0);

    StoredClaim claim =
        World.done(
            world
                .decideClaims
                .decide(
                    World.SHOP,
                    World.key("claim"),
                    new ClaimRequest(
                        card,
                        ClaimKind.REFUND,
                        Reason.CHANGE_OF_MIND,
                        Optional.empty(),
                        Set.of(),
                        Map.of()))
                .join());

    assertTrue(claim.facts().toUtf8().contains("unseenReads 41"), claim.facts().toUtf8());
    assertTrue(claim.facts().toUtf8().contains("purchasedAt " + IN_USE), claim.facts().toUtf8());
  }

  @Test
  void oneWrongRow_leavesNothingAndEachFaultNamesItsRow() {
    Answer.Refused<?> refused =
        World.refused(
            adopt(
                "k1",
                line(1, ACTIVE),
                line(2, ACTIVE),
                line(
                    3,
                    Map.of(
                        "slug", "no slug",
                        "uid", "04",
                        "state", "lost",
                        "activatedAt", "yesterday",
                        "taps", "-1"))));

    assertEquals("adoption-invalid", refused.refusal().code().code());
    assertEquals(
        List.of("2 slug", "2 uid", "3 activatedAt", "3 state", "3 taps", "3 slug", "3 uid"),
        refused.fields().stream().map(field -> field.line() + " " + field.field()).toList());
    assertEquals(
        List.of(), world.findCards.list(new CardFilter(World.SHOP.seller(), "", "", 0, 10)).join());
  }

  @Test
  void slugAndChipThatACardHasHere_areRefused() {
    var made = world.issued("A-1", UID);

    Answer.Refused<?> refused =
        World.refused(adopt("k1", line(7, with(ACTIVE, Map.of("slug", made.slug().value())))));

    assertEquals(
        List.of(
            new FieldError(7, "slug", made.slug().value(), "one that no card has"),
            new FieldError(7, "uid", UID, "a chip that no live card has")),
        refused.fields());
  }

  @Test
  void whatDoesNotGoTogether_isRefused() {
    assertEquals(List.of("activatedAt"), faults(with(ACTIVE, Map.of("activatedAt", ""))));
    assertEquals(List.of("activatedAt"), faults(with(ACTIVE, Map.of("state", "issued"))));
    assertEquals(
        List.of("issuedAt"), faults(with(ACTIVE, Map.of("issuedAt", "2026-03-01T00:00:00Z"))));
    assertEquals(
        List.of("activatedAt"),
        faults(
            with(ACTIVE, Map.of("activatedAt", World.START.plus(Duration.ofDays(1)).toString()))));
    assertEquals(List.of("counter"), faults(with(ACTIVE, Map.of("counter", "16777216"))));
  }

  @Test
  void cardSoldUnderAPack_needsTheDayItWasBought() {
    OrderLine bought =
        new OrderLine(1, "A-1", "b-rigardz", contact(1), "", ChipOrder.USUAL, Map.of());

    Answer.Refused<?> refused = World.refused(adopt("k1", new AdoptLine(bought, ACTIVE)));

    assertEquals(
        List.of(
            new FieldError(
                1, "purchasedAt", "nothing", "when it was bought, since it was sold under a pack")),
        refused.fields());
  }

  @Test
  void sameKey_givesTheSameAnswerAndNoSecondCard() {
    Adoption first = World.done(adopt("k1", line(1, ACTIVE)));

    assertEquals(first, World.done(adopt("k1", line(1, ACTIVE))));
  }

  @Test
  void table_isReadAsTheSameCards() {
    String csv =
        """
        slug,uid,state,activatedAt,taps,account,purchasedAt,name,url
        7hk3m9qrtv,04E141124C2880,active,2026-02-28T08:00:00Z,41,customer-17,2026-02-27T00:00:00Z,\
        Sample Person 1,https://example.com/1
        """;

    CardId id =
        id(World.done(adopt("k1", World.done(AdoptCsv.parse(csv)).toArray(AdoptLine[]::new))), 0);

    CardView card = view(id);
    assertEquals("7HK3M9QRTV", card.card().slug().value());
    assertEquals("customer-17", card.order().account());
    assertEquals(Instant.parse("2026-02-27T00:00:00Z"), card.order().placedAt());
    assertEquals(
        "csv-columns", World.refused(AdoptCsv.parse("slug,uid,name\n")).refusal().code().code());
  }

  /** Nobody here knows what such a chip holds, so another contact is one it does not. */
  @Test
  void anotherContact_marksTheChipStale() {
    CardId id = adopted(line(1, ACTIVE));

    var changed =
        World.done(
            world
                .changeContact
                .change(World.SHOP, new SeenCard(id, Optional.empty()), contact(2))
                .join());

    assertEquals(Set.of(Mark.CONTENT_STALE), changed.status().marks());
  }

  @Test
  void lockedChip_goesToNoStock() {
    CardId id = adopted(line(1, with(ACTIVE, Map.of("state", "revoked", "locked", "true"))));

    assertEquals(
        "card-chip-locked",
        World.refused(world.runCards.act(World.SHOP, id, World.act(Step.RESTOCKED)).join())
            .refusal()
            .code()
            .code());
  }

  private List<String> faults(Map<String, String> card) {
    return World.refused(adopt("k1", line(1, card))).fields().stream()
        .map(FieldError::field)
        .toList();
  }

  private CardId adopted(AdoptLine line) {
    return id(World.done(adopt("k" + line.order().line(), line)), 0);
  }

  private Answer<Adoption> adopt(String key, AdoptLine... lines) {
    return world.adoptCards.adopt(World.SHOP, World.key(key), List.of(lines)).join();
  }

  private static AdoptLine line(int number, Map<String, String> card) {
    return new AdoptLine(
        new OrderLine(
            number,
            AdoptCards.orderNumber("", card.getOrDefault("slug", "").replace(' ', '-')),
            "",
            contact(number),
            "",
            ChipOrder.USUAL,
            Map.of()),
        card);
  }

  private static WireContact contact(int number) {
    return new WireContact(
        "Sample Person " + number,
        "",
        "",
        "",
        "sample@example.com",
        "https://example.com/" + number);
  }

  private static Map<String, String> with(Map<String, String> card, Map<String, String> other) {
    Map<String, String> both = new HashMap<>(card);
    both.putAll(other);
    return both;
  }

  private static CardId id(Adoption adoption, int row) {
    return CardId.parse(adoption.cards().get(row).cardId()).orElseThrow();
  }

  private CardView view(CardId id) {
    return world.view(id);
  }

  private static Slug slug(String text) {
    return Slug.parse(text).orElseThrow();
  }
}
