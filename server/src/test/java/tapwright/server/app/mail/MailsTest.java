package tapwright.server.app.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.notice.MailKind;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.RetrySchedule;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.RunSeller;
import tapwright.server.app.duty.Clearing;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.PlaceEvents;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.notify.mail.ShippedPhrases;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.list.Page;
import tapwright.server.record.mail.Mail;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.watch.Backlog;

/** Mail to customers of events in the outbox, by two nodes, to a post that is told what to do. */
class MailsTest implements NewRecord {

  @TempDir private Path folder;
  private final List<MailPost.Letter> posted = new ArrayList<>();
  private final Deque<MailPost.Posted> answers = new ArrayDeque<>();
  private World world;
  private SendMails node;
  private SendMails otherNode;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
    node = node(letter -> CompletableFuture.completedFuture(answer(letter)));
    otherNode = node(letter -> CompletableFuture.completedFuture(answer(letter)));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private SendMails node(MailPost post) {
    return new SendMails(
        world.store,
        new SendMails.Way(world.vault, ShippedPhrases.read(), post),
        new Random(5),
        world.clock);
  }

  private MailPost.Posted answer(MailPost.Letter letter) {
    posted.add(letter);
    return answers.isEmpty() ? new MailPost.Posted.Sent() : answers.poll();
  }

  private CardId ordered(String number, String language) {
    OrderLine usual = World.line(1, number);
    OrderLine line =
        new OrderLine(
            1,
            number,
            "",
            "",
            usual.contact(),
            "",
            ChipOrder.USUAL,
            Map.of(),
            Optional.empty(),
            language);
    return CardId.parse(
            World.done(world.placeOrders.place(World.SHOP, World.key(number), List.of(line)).join())
                .cards()
                .getFirst()
                .cardId())
        .orElseThrow();
  }

  /** What causes each mail; a claim waits by a decision that says so. */
  private static final Map<String, String> EVENTS =
      Map.of(
          "claim-received", "claim.received",
          "claim-waiting", "claim.decided",
          "claim-decided", "claim.decided",
          "rma-issued", "claim.rma-issued",
          "refund-sent", "money.refund-refunded");

  private void happened(String kind, CardId card) {
    happened(kind, card, true);
  }

  private void happened(String kind, CardId card, boolean mailOn) {
    happened(
        event(kind + "." + card, kind, card, "photo-product, holidays 2026, a-plan-of-it"), mailOn);
  }

  private void happened(String id, String kind, CardId card, String missing) {
    happened(event(id, kind, card, missing), true);
  }

  private OutEvent event(String id, String kind, CardId card, String missing) {
    return new OutEvent(
        id,
        FirstSeller.ID,
        EVENTS.getOrDefault(kind, kind),
        """
        {"claimId": "C1", "cardId": "%s", "state": "%s", "outcome": "full-refund", "rma": "R-1",
          "amount": "49.00 INR", "missing": "%s", "link": "https://shop.example.com/c"}
        """
            .formatted(card, kind.equals("claim-waiting") ? "waiting" : "decided", missing),
        world.clock.instant());
  }

  private DoDuties duties(boolean mailOn) {
    return new DoDuties(
        world.store,
        List.of(
            new PlaceEvents(), new MakeMails(mailOn, () -> CardId.draw(world.random).toString())),
        "node",
        world.clock);
  }

  private void happened(OutEvent event, boolean mailOn) {
    world
        .store
        .writeAcrossSellers(records -> records.outbox().add(event))
        .thenCompose(added -> duties(mailOn).round())
        .join();
  }

  private Mail.State state() {
    return new ListMails(world.store)
        .of(World.SHOP, Optional.empty(), Page.first(10))
        .join()
        .getFirst()
        .progress()
        .state();
  }

  @Test
  void eachKindOfEvent_isWrittenOf_once() {
    CardId card = ordered("A-1", "");
    for (String kind :
        List.of("claim-received", "claim-waiting", "claim-decided", "rma-issued", "refund-sent")) {
      happened(kind, card);
    }
    happened("deadline.near", card);
    node.round().join();
    otherNode.round().join();
    node.round().join();

    assertEquals(5, posted.size());
    assertEquals(5, posted.stream().map(letter -> letter.text().subject()).distinct().count());
    assertTrue(posted.stream().allMatch(letter -> letter.to().equals("sample@example.com")));
    assertTrue(
        posted.stream().anyMatch(letter -> letter.text().text().contains("you get money back")));
    assertEquals(Mail.State.SENT, state());
  }

  /** A claim waits for the same photo after each fact that comes. */
  @Test
  void whatWasAskedFor_isAskedForOnce() {
    CardId card = ordered("A-1", "");
    happened("C1.1", "claim-received", card, "");
    happened("C1.2", "claim-waiting", card, "photo-product");
    happened("C1.4", "rma-issued", card, "");
    happened("C1.6", "claim-waiting", card, "photo-product");
    happened("C1.8", "claim-waiting", card, "photo-product, order-number");
    happened("C1.9", "claim-decided", card, "");
    happened("C1.11", "claim-waiting", card, "photo-product, order-number");
    node.round().join();

    assertEquals(6, posted.size());
  }

  @Test
  void whatNobodyGot_isAskedForAgain() {
    CardId card = ordered("A-1", "");
    answers.add(new MailPost.Posted.Refused("no such receiver"));
    happened("C1.2", "claim-waiting", card, "photo-product");
    node.round().join();
    happened("C1.4", "claim-waiting", card, "photo-product");
    node.round().join();

    assertEquals(2, posted.size());
  }

  @Test
  void mailsOfOnePart_goInTheOrderOfTheirEvents() {
    CardId card = ordered("A-1", "");
    List<String> kinds =
        List.of("claim-received", "claim-waiting", "rma-issued", "claim-decided", "refund-sent");
    List<OutEvent> events = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      events.add(event("C1." + (7 + i), kinds.get(i), card, "photo-product"));
    }
    world
        .store
        .writeAcrossSellers(
            records -> {
              events.reversed().forEach(records.outbox()::add);
              return true;
            })
        .join();
    duties(true).round().join();
    node.round().join();

    assertEquals(
        List.of(
            MailKind.CLAIM_RECEIVED,
            MailKind.CLAIM_WAITING,
            MailKind.RMA_ISSUED,
            MailKind.CLAIM_DECIDED,
            MailKind.REFUND_SENT),
        posted.stream().map(letter -> kinds(card).get(letter.id())).toList());
  }

  private Map<String, MailKind> kinds(CardId card) {
    return new ListMails(world.store)
        .of(World.SHOP, Optional.empty(), Page.first(10)).join().stream()
            .filter(mail -> mail.card().equals(card))
            .collect(Collectors.toMap(Mail::id, Mail::kind));
  }

  @Test
  void language_isTheOrders_elseTheSellers_elseEnglish() {
    CardId first = ordered("A-1", "");
    happened("claim-received", first);
    node.round().join();
    World.done(
        world
            .runSeller
            .change(
                World.SHOP,
                new RunSeller.Wanted(
                    Activation.FIRST_TAP,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(MailLanguage.VIETNAMESE)))
            .join());
    happened("claim-decided", first);
    node.round().join();
    happened("claim-received", ordered("A-2", "ar"));
    node.round().join();

    assertEquals(
        List.of(MailLanguage.ENGLISH, MailLanguage.VIETNAMESE, MailLanguage.ARABIC),
        posted.stream().map(letter -> letter.text().language()).toList());
  }

  @Test
  void languageThatThereIsNot_isRefused() {
    OrderLine usual = World.line(1, "A-1");
    OrderLine line =
        new OrderLine(
            1,
            "A-1",
            "",
            "",
            usual.contact(),
            "",
            ChipOrder.USUAL,
            Map.of(),
            Optional.empty(),
            "xx");
    assertEquals(
        "language",
        World.refused(world.placeOrders.place(World.SHOP, World.key("A-1"), List.of(line)).join())
            .fields()
            .getFirst()
            .field());
  }

  @Test
  void whoIsForgotten_getsNoMail() {
    CardId card = ordered("A-1", "");
    happened("claim-decided", card);
    World.done(
        new ForgetHolder(world.store, world.vault, world.clock)
            .forget(FirstSeller.ID, new ForgetHolder.Whom.OfCard(card), "support")
            .join());
    node.round().join();

    assertEquals(List.of(), posted);
    assertEquals(Mail.State.NOBODY, state());
  }

  @Test
  void whatWasSurelyNotSent_isTriedAgain_untilItIsDead() {
    happened("claim-decided", ordered("A-1", ""));
    for (int tries = 0; tries < RetrySchedule.MAIL.tries(); tries++) {
      answers.add(new MailPost.Posted.NotSent("no connection"));
      node.round().join();
      node.round().join();
      world.clock.advance(Duration.ofDays(2));
    }

    assertEquals(RetrySchedule.MAIL.tries(), posted.size());
    assertEquals(Mail.State.DEAD, state());
  }

  @Test
  void whatIsMissing_isSaidInWords() {
    happened("claim-waiting", ordered("A-1", "vi"));
    node.round().join();

    String text = posted.getFirst().text().text();
    assertTrue(text.contains("Thông tin cần có: ảnh chụp thẻ, a plan of it\n"), text);
  }

  @Test
  void whatIsRefusedForGood_isDeadAtOnce() {
    happened("claim-decided", ordered("A-1", ""));
    answers.add(new MailPost.Posted.Refused("no such receiver"));
    node.round().join();
    world.clock.advance(Duration.ofDays(2));
    node.round().join();

    assertEquals(1, posted.size());
    assertEquals(Mail.State.DEAD, state());
  }

  private Backlog.Messages figures() {
    return world
        .store
        .readAcrossSellers(records -> records.figures().backlog(world.clock.instant()).messages())
        .join();
  }

  @Test
  void figures_tellWhatIsDeadUnknownAndWaiting() {
    assertEquals(Backlog.Messages.NONE, figures());
    Instant begun = world.clock.instant();
    CardId card = ordered("A-1", "");
    happened("claim-received", card);
    happened("claim-decided", card);
    happened("rma-issued", card);
    assertEquals(Optional.of(begun), figures().oldestMail());

    answers.add(new MailPost.Posted.Refused("no such receiver"));
    answers.add(new MailPost.Posted.Unknown("broken off"));
    node.round().join();
    assertEquals(new Backlog.Messages(0, Optional.empty(), 1, 1, Optional.empty()), figures());
  }

  private List<Mail.State> kept() {
    return new ListMails(world.store)
        .of(World.SHOP, Optional.empty(), Page.first(10)).join().stream()
            .map(mail -> mail.progress().state())
            .sorted()
            .toList();
  }

  @Test
  void mailsThatEnded_goAfterTheirTime_thoseThatFailedAYearLater() {
    CardId card = ordered("A-1", "");
    answers.add(new MailPost.Posted.Refused("no such receiver"));
    answers.add(new MailPost.Posted.Unknown("broken off"));
    List.of("claim-received", "claim-decided", "rma-issued").forEach(kind -> happened(kind, card));
    node.round().join();
    world.clock.advance(Duration.ofDays(30));
    happened("refund-sent", card);

    Clearing.ofMessages(world, Duration.ofDays(30));
    assertEquals(4, kept().size());
    world.clock.advance(Duration.ofDays(1));
    Clearing.ofMessages(world, Duration.ofDays(30));
    assertEquals(List.of(Mail.State.WAITING, Mail.State.UNKNOWN, Mail.State.DEAD), kept());
    world.clock.advance(Duration.ofDays(366));
    Clearing.ofMessages(world, Duration.ofDays(30));
    assertEquals(List.of(Mail.State.WAITING), kept());
  }

  @Test
  void whatMayHaveBeenSent_isNotSentAgain() {
    happened("claim-decided", ordered("A-1", ""));
    answers.add(new MailPost.Posted.Unknown("broken off"));
    node.round().join();
    world.clock.advance(Duration.ofDays(2));
    node.round().join();

    assertEquals(1, posted.size());
    assertEquals(Mail.State.UNKNOWN, state());
  }

  @Test
  void whatADeadNodeHadBegun_isUnknown_andNotSentAgain() {
    happened("claim-decided", ordered("A-1", ""));
    CompletableFuture<Integer> dying = node(letter -> new CompletableFuture<>()).round();
    world.clock.advance(SendMails.HOLD.minusSeconds(1));
    while (state() == Mail.State.WAITING) {
      Thread.onSpinWait();
    }
    otherNode.round().join();
    assertEquals(Mail.State.BEGUN, state());
    world.clock.advance(Duration.ofMinutes(10));
    otherNode.round().join();

    assertFalse(dying.isDone());
    assertEquals(List.of(), posted);
    assertEquals(Mail.State.UNKNOWN, state());
  }

  @Test
  void withoutMail_eventsArePassedOver_andNotSentLater() {
    CardId card = ordered("A-1", "");
    happened("claim-received", card, false);
    happened("claim-decided", card, true);
    node.round().join();

    assertEquals(1, posted.size());
  }

  @Test
  void address_isNowhereOnRecordInTheClear() throws Exception {
    happened("claim-decided", ordered("A-1", ""));
    node.round().join();

    assertFalse(stored(folder).contains("sample@example.com"));
  }
}
