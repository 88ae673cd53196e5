package tapwright.server.app.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.card.Slug;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.card.CardView;
import tapwright.server.record.access.Role;
import tapwright.server.record.card.Card;
import tapwright.server.record.list.Page;
import tapwright.server.record.order.IdempotencyKey;

class OrdersTest implements NewRecord {

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
  void place_givesEachLineACardASlugLinksAndAJob() {
    Placement placement = world.order("A-1", 3);

    assertEquals(3, placement.cards().size());
    assertEquals(3, placement.cards().stream().map(Placement.PlacedCard::slug).distinct().count());
    Placement.PlacedCard first = placement.cards().getFirst();
    assertEquals("https://cards.example.com/t/" + first.slug(), first.link());
    assertEquals("HTTPS://CARDS.EXAMPLE.COM/Q/" + first.slug(), first.qrLink());
    assertEquals(
        3, world.runJobs.list(FirstSeller.ID, Optional.empty(), Page.first(10)).join().size());
  }

  @Test
  void place_sameKeySameBody_answersTheSameAndOrdersNothing() {
    Placement first = world.order("A-1", 2);

    assertEquals(first, world.order("A-1", 2));
    assertEquals(
        2, world.runJobs.list(FirstSeller.ID, Optional.empty(), Page.first(10)).join().size());
  }

  @Test
  void place_sameKeyOtherBody_isRefused() {
    world.order("A-1", 1);
    IdempotencyKey other = new IdempotencyKey("A-1", Bytes.ofUtf8("something else").sha256());

    Answer<Placement> answer =
        world.placeOrders.place(World.SHOP, other, List.of(World.line(1, "A-2"))).join();

    assertEquals("idempotency-key-reused", World.refused(answer).refusal().code().code());
  }

  @Test
  void place_oneBadLine_ordersNothingAndNamesLineFieldValueAndAllowed() {
    OrderLine bad =
        new OrderLine(
            2,
            "A-1",
            "",
            new WireContact("Sample Person", "", "", "call me", "nobody", ""),
            "javascript:alert(1)",
            ChipOrder.USUAL,
            Map.of());

    Answer<Placement> answer =
        world
            .placeOrders
            .place(World.SHOP, World.key("k"), List.of(World.line(1, "A-1"), bad))
            .join();

    assertEquals(
        List.of(
            new FieldError(
                2, "phone", "call me", "digits, spaces and + ( ) . / -, 3 to 40 of them"),
            new FieldError(2, "email", "nobody", "an address as name@example.com"),
            new FieldError(
                2, "target", "javascript:alert(1)", "a link that begins with https:// or http://")),
        World.refused(answer).fields());
    assertTrue(world.lease(World.STATION, 10).isEmpty());
  }

  @Test
  void place_aValueThatIsFarTooLong_isRefusedWithoutBeingReadOn() {
    OrderLine endless = withEmail("a@" + "a.".repeat(150_000) + "@");

    Answer<Placement> answer =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> world.placeOrders.place(World.SHOP, World.key("k"), List.of(endless)).join());

    List<FieldError> errors = World.refused(answer).fields();
    assertEquals(1, errors.size(), errors.toString());
    assertEquals("at most 200 characters", errors.getFirst().allowed());
  }

  @Test
  void place_halfOfACharacter_isRefusedAndShownAsADot() {
    assertEquals(
        List.of(
            new FieldError(
                1,
                "email",
                "a·@example.com",
                "text without control characters and halves of characters")),
        World.refused(
                world
                    .placeOrders
                    .place(World.SHOP, World.key("k"), List.of(withEmail("a\ud800@example.com")))
                    .join())
            .fields());
  }

  private static OrderLine withEmail(String email) {
    WireContact contact = new WireContact("Sample Person", "", "", "", email, "");
    return new OrderLine(1, "A-1", "", contact, "", ChipOrder.USUAL, Map.of());
  }

  @Test
  void place_noRowsOrTooMany_isRefusedAndLeavesTheKeyUnused() {
    OrderLine line = World.line(1, "A-1");
    IdempotencyKey other = new IdempotencyKey("k", Bytes.ofUtf8("another body").sha256());

    assertEquals("orders has 0 rows, allowed are 1 to 5000", refusal("k", List.of()));
    assertEquals(
        "orders has 5001 rows, allowed are 1 to 5000",
        refusal("k", Collections.nCopies(5_001, line)));
    assertEquals(
        1,
        World.done(world.placeOrders.place(World.SHOP, other, List.of(line)).join())
            .cards()
            .size());
  }

  private String refusal(String key, List<OrderLine> lines) {
    return World.refused(world.placeOrders.place(World.SHOP, World.key(key), lines).join())
        .refusal()
        .message();
  }

  @Test
  void placement_isListedByTheRowThatEachCardIsGiven() {
    Card first = world.view(cardOf(world.order("A-1", 1))).card();
    Card before =
        new Card(
            CardId.draw(world.random),
            first.seller(),
            Slug.draw(world.random),
            first.orderId(),
            first.placementId(),
            first.status(),
            0,
            "",
            LinkCounting.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            first.createdAt());

    List<Card> listed =
        world
            .store
            .writeAcrossSellers(
                records -> {
                  records.cards().add(before, 0);
                  return records.cards().ofPlacement(first.seller(), first.placementId());
                })
            .join();

    assertEquals(List.of(before.id(), first.id()), listed.stream().map(Card::id).toList());
  }

  private static CardId cardOf(Placement placement) {
    return CardId.parse(placement.cards().getFirst().cardId()).orElseThrow();
  }

  @Test
  void place_aNumberThatWasOrderedBefore_isRefused() {
    world.order("A-1", 1);

    Answer<Placement> again =
        world.placeOrders.place(World.SHOP, World.key("new"), List.of(World.line(1, "A-1"))).join();

    assertEquals("order", World.refused(again).fields().getFirst().field());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample@example.com", "a\uFF20b", "tab\tbed", "a\u0000", "half \uD800"})
  void place_anAccountThatIsAMailAddressOrNoText_isRefused(String account) {
    FieldError error = accountError(account);

    assertEquals("account", error.field());
    assertEquals("up to 64 printable characters without @", error.allowed());
  }

  @Test
  void place_anAccountOfSixtyFiveCharacters_isRefused() {
    assertEquals("account", accountError("k".repeat(65)).field());
    World.done(
        world
            .placeOrders
            .place(World.SHOP, World.key("k"), List.of(ofAccount(1, "Kunde 7/Ü".repeat(7))))
            .join());
  }

  @Test
  void place_linesOfOneOrderForTwoAccounts_areRefused() {
    Answer<Placement> answer =
        world
            .placeOrders
            .place(World.SHOP, World.key("k"), List.of(ofAccount(1, "7"), ofAccount(2, "8")))
            .join();

    assertEquals(
        List.of(new FieldError(2, "account", "8", "the account of the order's first line, 7")),
        World.refused(answer).fields());
  }

  private FieldError accountError(String account) {
    Answer<Placement> answer =
        world.placeOrders.place(World.SHOP, World.key("k"), List.of(ofAccount(1, account))).join();
    return World.refused(answer).fields().getFirst();
  }

  private static OrderLine ofAccount(int line, String account) {
    OrderLine plain = World.line(line, "A-1");
    return new OrderLine(line, "A-1", account, "", plain.contact(), "", ChipOrder.USUAL, Map.of());
  }

  @Test
  void csv_isReadWithQuotesUmlautsAndAnyOrderOfColumns() {
    List<OrderLine> lines =
        World.done(
            OrderCsv.parse(
                "\uFEFForder,name,email\r\n7,\"Müller, \"\"Jo\"\"\",jo@example.com\r\n8,张三,\r\n"));

    assertEquals("Müller, \"Jo\"", lines.get(0).contact().name());
    assertEquals("jo@example.com", lines.get(0).contact().email());
    assertEquals("张三", lines.get(1).contact().name());
    assertEquals("8", lines.get(1).order());
  }

  @Test
  void csv_language_isThatOfTheOrder_andCheckedAsAnyOther() {
    List<OrderLine> lines =
        World.done(OrderCsv.parse("order,name,language\nA-1,Sample,vi\nA-2,Sample,\n"));
    List<OrderLine> unknown = World.done(OrderCsv.parse("order,name,language\nA-3,Sample,xx\n"));

    assertEquals(List.of("vi", ""), lines.stream().map(OrderLine::language).toList());
    assertEquals(
        List.of(new FieldError(1, "language", "xx", "one of en, vi, ar, hi, id")),
        World.refused(world.placeOrders.place(World.SHOP, World.key("k"), unknown).join())
            .fields());
  }

  @Test
  void csv_withoutItsColumnsOrWithBrokenRows_isRefused() {
    assertEquals("csv-columns", code("name,shoe size\nA,42\n"));
    assertEquals("csv-columns", code(""));
    assertEquals("csv-unreadable", code("name,order\nA\n"));
    assertEquals("csv-unreadable", code("name,order\n\"A,1\n"));
  }

  @Test
  void csv_ofMoreRowsThanARequestMayHold_isRefused() {
    String table = "name,order\n" + "A,1\n".repeat(5_000);

    assertEquals(5_000, World.done(OrderCsv.parse(table)).size());
    assertEquals(
        "orders has more than 5000 rows, allowed are 1 to 5000",
        World.refused(OrderCsv.parse(table + "A,1\n")).refusal().message());
  }

  private static String code(String csv) {
    return World.refused(OrderCsv.parse(csv)).refusal().code().code();
  }

  @Test
  void search_findsWholeWordsWithoutMarksAndOfItsSellerOnly() {
    world.order("A-1", 2);

    List<CardView> found = world.findCards.search(FirstSeller.ID, "PERSON 2 example", 10).join();

    assertEquals(1, found.size());
    assertEquals("Sample Person 2", found.getFirst().contact().orElseThrow().name());
    assertTrue(world.findCards.search(FirstSeller.ID, "Perso", 10).join().isEmpty());
    assertTrue(world.findCards.search(new SellerId("other"), "person", 10).join().isEmpty());
  }

  @Test
  void anotherSellersCard_isUnknown() {
    Placement placement = world.order("A-1", 1);
    Caller other = new Caller(Actor.token("T", "other shop"), new SellerId("other"), Role.SHOP);
    CardId card = CardId.parse(placement.cards().getFirst().cardId()).orElseThrow();

    assertEquals(
        "card-unknown",
        World.refused(world.findCards.view(other, card).join()).refusal().code().code());
    assertEquals(
        "card-unknown",
        World.refused(world.runCards.leadTo(other, card, "https://example.com").join())
            .refusal()
            .code()
            .code());
  }

  @Test
  void contacts_areNowhereInTheFileInTheClear() throws IOException {
    world.order("A-1", 1);
    world.close();

    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = World.utf8(Files.readAllBytes(file));
        assertFalse(bytes.contains("Sample Person"), file + " holds a name");
      }
    }
    world = new World(newRecord(Files.createDirectory(folder.resolve("new"))));
  }

  @Test
  void token_opensUntilItIsRevoked() {
    Bytes hash = Bytes.ofUtf8("secret").sha256();
    World.done(world.tokens.create(FirstSeller.ID, Role.STATION, "st", hash).join());

    assertEquals("st", World.done(world.known.callerWith(hash).join().orElseThrow()).name());
    assertEquals(
        "token-name-taken",
        World.refused(
                world
                    .tokens
                    .create(FirstSeller.ID, Role.SHOP, "st", Bytes.ofUtf8("b").sha256())
                    .join())
            .refusal()
            .code()
            .code());
    World.done(world.tokens.revoke(FirstSeller.ID, "st").join());
    assertEquals(
        "the token of st was revoked at 2026-03-02T08:00:00Z; ask who runs the server for a new"
            + " one",
        World.refused(world.known.callerWith(hash).join().orElseThrow()).refusal().message());
    assertEquals(
        "token name is nobody, allowed is one of: st",
        World.refused(world.tokens.revoke(FirstSeller.ID, "nobody").join()).refusal().message());
  }
}
