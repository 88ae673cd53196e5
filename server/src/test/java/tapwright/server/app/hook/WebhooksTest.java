package tapwright.server.app.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.notice.HookSecret;
import tapwright.core.notice.HookSignature;
import tapwright.core.notice.RetrySchedule;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.duty.Clearing;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.PlaceEvents;
import tapwright.server.nodes.Wait;
import tapwright.server.record.duty.OutEvent;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.hook.Webhook;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.watch.Backlog;
import tapwright.server.security.HookVault;
import tapwright.server.security.Keys;

/** Endpoints of a shop that answers as it is told, and two nodes that send to it. */
class WebhooksTest implements NewRecord {

  private static final String URL = "https://shop.example.com/hook";
  private static final String OTHER = "https://other.example.com/hook";

  @TempDir private Path folder;
  private final FakeShop shop = new FakeShop();
  private World world;
  private RunWebhooks webhooks;
  private RunDeliveries deliveries;
  private DoDuties duties;
  private SendDeliveries node;
  private SendDeliveries otherNode;
  private int keys;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
    Random random = new Random(7);
    SendDeliveries.Way way =
        new SendDeliveries.Way(new HookVault(new Keys(new byte[Keys.MASTER_BYTES]), random), shop);
    webhooks = new RunWebhooks(world.store, way, () -> CardId.draw(random).toString(), world.clock);
    deliveries = new RunDeliveries(world.store, world.clock);
    duties =
        new DoDuties(
            world.store,
            List.of(new PlaceEvents(), new MakeDeliveries(() -> CardId.draw(random).toString())),
            "node",
            world.clock);
    node = new SendDeliveries(world.store, way, random, world.clock);
    otherNode = new SendDeliveries(world.store, way, random, world.clock);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private RunWebhooks.Opened opened(String url, String... kinds) {
    return World.done(
        webhooks
            .create(
                World.SHOP,
                World.key("hook-" + keys++),
                new RunWebhooks.Wanted(url, List.of(kinds)))
            .join());
  }

  private void happened(String id, String kind) {
    OutEvent event =
        new OutEvent(
            id, FirstSeller.ID, kind, "{\"claimId\":\"" + id + "\"}", world.clock.instant());
    world
        .store
        .writeAcrossSellers(records -> records.outbox().add(event))
        .thenCompose(added -> duties.round())
        .join();
  }

  private int sent() {
    return sentBy(node);
  }

  private int sentBy(SendDeliveries sender) {
    int begun = sender.round().join();
    untilNoted();
    return begun;
  }

  /** What was answered is on record. */
  private void untilNoted() {
    Wait.until(
        "what was answered is on record",
        Duration.ofMinutes(1),
        () -> node.underWay() + otherNode.underWay() == shop.heldUp(),
        () -> node.underWay() + " and " + otherNode.underWay() + " under way");
  }

  private List<Delivery> listed(Webhook webhook) {
    return listed(webhook, Optional.empty());
  }

  private List<Delivery> listed(Webhook webhook, Optional<Delivery.State> state) {
    return World.done(
        deliveries
            .list(
                World.SHOP,
                webhook.id(),
                new RunDeliveries.Wish(state, Optional.empty(), Optional.empty(), 100))
            .join());
  }

  private void until(Webhook webhook, Delivery.State state) {
    for (int tries = 0; tries <= RetrySchedule.HOOKS.tries(); tries++) {
      sent();
      world.clock.advance(Duration.ofHours(30));
    }
    assertEquals(state, listed(webhook).getFirst().progress().state());
  }

  @Test
  void event_isSentOnce_toTheEndpointsThatWantIt() {
    Webhook all = opened(URL).webhook();
    opened(OTHER, "refund-sent");
    happened("one", "claim-decided");

    assertEquals(1, sent());
    assertEquals(0, sent());
    assertEquals(List.of(URL), shop.had().stream().map(HookPost.Message::url).toList());
    assertEquals(
        "{\"type\":\"claim-decided\",\"timestamp\":\"2026-03-02T08:00:00Z\","
            + "\"data\":{\"claimId\":\"one\"}}",
        shop.had().getFirst().body());
    Delivery delivery = listed(all).getFirst();
    assertEquals(Delivery.State.SENT, delivery.progress().state());
    assertEquals("status 204", delivery.progress().lastAnswer());
    assertEquals(delivery.id(), shop.had().getFirst().headers().get("webhook-id"));
  }

  @Test
  void failedTries_areRepeatedUnderTheSameId_untilTheMessageIsDead() {
    Webhook webhook = opened(URL).webhook();
    happened("one", "claim-decided");
    for (int tries = 0; tries < RetrySchedule.HOOKS.tries(); tries++) {
      shop.answersNext(500);
    }

    until(webhook, Delivery.State.DEAD);
    assertEquals(RetrySchedule.HOOKS.tries(), shop.had().size());
    assertEquals(
        1, shop.had().stream().map(one -> one.headers().get("webhook-id")).distinct().count());
    assertEquals(1, listed(webhook, Optional.of(Delivery.State.DEAD)).size());
  }

  @Test
  void failedTry_isRepeatedAfterItsPause_notBefore() {
    opened(URL);
    happened("one", "claim-decided");
    shop.missesNext();
    sent();

    world.clock.advance(Duration.ofSeconds(4));
    assertEquals(0, sent());
    world.clock.advance(Duration.ofSeconds(2));
    assertEquals(1, sent());
  }

  @Test
  void retryAfter_isHonoured() {
    opened(URL);
    happened("one", "claim-decided");
    shop.answersNext(503, Duration.ofMinutes(10));
    sent();

    world.clock.advance(Duration.ofMinutes(9));
    assertEquals(0, sent());
    world.clock.advance(Duration.ofMinutes(1));
    assertEquals(1, sent());
  }

  @Test
  void redirect_isNoSuccess() {
    Webhook webhook = opened(URL).webhook();
    happened("one", "claim-decided");
    shop.answersNext(302);
    sent();

    assertEquals(Delivery.State.WAITING, listed(webhook).getFirst().progress().state());
  }

  @Test
  void gone_switchesTheEndpointOff_andTheMessageIsDead() {
    Webhook webhook = opened(URL).webhook();
    happened("one", "claim-decided");
    shop.answersNext(410);
    sent();
    happened("two", "claim-decided");

    assertEquals(0, sent());
    assertEquals(Webhook.State.GONE, webhooks.list(World.SHOP).join().getFirst().state());
    assertEquals(1, listed(webhook, Optional.of(Delivery.State.DEAD)).size());
    assertEquals(1, listed(webhook).size());
  }

  @Test
  void switchedOff_whatIsOnItsWayWaits_andNothingIsAdded() {
    Webhook webhook = opened(URL).webhook();
    happened("one", "claim-decided");
    Webhook off =
        World.done(webhooks.set(World.SHOP, new RunWebhooks.Seen(webhook.id(), 0), false).join());
    happened("two", "claim-decided");
    assertEquals(0, sent());

    World.done(
        webhooks.set(World.SHOP, new RunWebhooks.Seen(off.id(), off.version()), true).join());
    assertEquals(1, sent());
  }

  @Test
  void deadMessages_areReplayed_oneOrAll() {
    Webhook webhook = opened(URL).webhook();
    for (String id : List.of("one", "two", "three")) {
      happened(id, "claim-decided");
    }
    IntStream.range(0, 3 * RetrySchedule.HOOKS.tries()).forEach(i -> shop.answersNext(500));
    until(webhook, Delivery.State.DEAD);
    Delivery first = listed(webhook).getFirst();
    World.done(deliveries.replay(World.SHOP, webhook.id(), first.id()).join());
    int before = shop.had().size();
    sent();

    assertEquals(first.id(), shop.had().get(before).headers().get("webhook-id"));
    assertEquals(2, World.done(deliveries.replayDead(World.SHOP, webhook.id()).join()));
    assertEquals(2, sent());
    assertEquals(3, listed(webhook, Optional.of(Delivery.State.SENT)).size());
  }

  private Backlog.Messages figures() {
    return world
        .store
        .readAcrossSellers(records -> records.figures().backlog(world.clock.instant()).messages())
        .join();
  }

  @Test
  void figures_tellWhatIsDead_andSinceWhenTheOldestWaits() {
    Webhook webhook = opened(URL).webhook();
    Instant begun = world.clock.instant();
    happened("one", "claim-decided");
    world.clock.advance(Duration.ofHours(1));
    happened("two", "claim-decided");
    assertEquals(Optional.of(begun), figures().oldestDelivery());

    shop.answersNext(410);
    sent();
    assertEquals(Webhook.State.GONE, webhooks.list(World.SHOP).join().getFirst().state());
    assertEquals(1, figures().deadDeliveries());
    assertEquals(Optional.empty(), figures().oldestDelivery(), "what an endpoint itself holds up");
    World.done(webhooks.set(World.SHOP, new RunWebhooks.Seen(webhook.id(), 1), true).join());
    sent();
    assertEquals(new Backlog.Messages(1, Optional.empty(), 0, 0, Optional.empty()), figures());
  }

  @Test
  void messagesThatEnded_goAfterTheirTime_deadOnesAYearLater() {
    Webhook webhook = opened(URL).webhook();
    happened("one", "claim-decided");
    sent();
    shop.answersNext(410);
    happened("two", "claim-decided");
    sent();
    world.clock.advance(Duration.ofDays(30));
    Clearing.ofMessages(world, Duration.ofDays(30));
    assertEquals(2, listed(webhook).size());

    world.clock.advance(Duration.ofDays(1));
    Clearing.ofMessages(world, Duration.ofDays(30));
    assertEquals(Delivery.State.DEAD, listed(webhook).getFirst().progress().state());
    assertEquals(1, listed(webhook).size());
    world.clock.advance(Duration.ofDays(365));
    Clearing.ofMessages(world, Duration.ofDays(30));
    assertEquals(List.of(), listed(webhook));
  }

  @Test
  void waitingMessage_isNotReplayed() {
    Webhook webhook = opened(URL).webhook();
    happened("one", "claim-decided");
    String id = listed(webhook).getFirst().id();

    assertEquals(
        HookRefusal.DELIVERY_WAITING,
        World.refused(deliveries.replay(World.SHOP, webhook.id(), id).join()).refusal().code());
  }

  @Test
  void twoNodes_sendNothingAtOnce_andWhatADeadNodeTook_theOtherSendsLater() {
    Webhook webhook = opened(URL).webhook();
    happened("one", "claim-decided");
    shop.isSlow(URL);
    assertEquals(1, sent());

    assertEquals(0, sentBy(otherNode));
    world.clock.advance(SendDeliveries.HOLD);
    shop.isSlow("");
    assertEquals(1, sentBy(otherNode));
    assertEquals(2, shop.had().size());
    shop.answersAtLast();
    untilNoted();
    assertEquals(Delivery.State.SENT, listed(webhook).getFirst().progress().state());
    assertEquals(2, listed(webhook).getFirst().progress().tries());
  }

  @Test
  void slowEndpoint_holdsUpItsOwnMessagesOnly() {
    opened(URL);
    opened(OTHER);
    shop.isSlow(URL);
    for (int i = 0; i < 3 * SendDeliveries.IN_FLIGHT; i++) {
      happened("event" + i, "claim-decided");
    }
    for (int i = 0; i < 4; i++) {
      sent();
    }

    assertEquals(SendDeliveries.IN_FLIGHT, shop.hadAt(URL).size());
    assertEquals(3 * SendDeliveries.IN_FLIGHT, shop.hadAt(OTHER).size());
    shop.answersAtLast();
    untilNoted();
    assertEquals(SendDeliveries.IN_FLIGHT, sent());
  }

  @Test
  void rotation_bothSecretsSignUntilTheOldOneEnds() {
    RunWebhooks.Opened opened = opened(URL);
    HookSecret old = opened.secret().orElseThrow();
    RunWebhooks.Opened rotated =
        World.done(
            webhooks
                .rotate(
                    World.SHOP, new RunWebhooks.Seen(opened.webhook().id(), 0), Duration.ofHours(1))
                .join());
    HookSecret next = rotated.secret().orElseThrow();
    assertNotEquals(old, next);

    happened("one", "claim-decided");
    sent();
    assertEquals(
        signature(List.of(next, old)), shop.had().getLast().headers().get("webhook-signature"));
    world.clock.advance(Duration.ofHours(1));
    happened("two", "claim-decided");
    sent();
    assertEquals(signature(List.of(next)), shop.had().getLast().headers().get("webhook-signature"));
  }

  private String signature(List<HookSecret> secrets) {
    HookPost.Message last = shop.had().getLast();
    return HookSignature.header(
        secrets, last.headers().getOrDefault("webhook-id", ""), world.clock.instant(), last.body());
  }

  @Test
  void changedBySomebodyElse_isNotChangedUnseen() {
    Webhook webhook = opened(URL).webhook();
    RunWebhooks.Seen seen = new RunWebhooks.Seen(webhook.id(), 0);
    World.done(webhooks.set(World.SHOP, seen, false).join());

    assertEquals(
        HookRefusal.WEBHOOK_CHANGED,
        World.refused(webhooks.rotate(World.SHOP, seen, Duration.ZERO).join()).refusal().code());
  }

  @Test
  void sameKey_givesTheSameEndpoint_andAnotherBodyIsRefused() {
    RunWebhooks.Wanted wanted = new RunWebhooks.Wanted(URL, List.of());
    RunWebhooks.Opened first =
        World.done(webhooks.create(World.SHOP, World.key("k"), wanted).join());
    RunWebhooks.Opened again =
        World.done(webhooks.create(World.SHOP, World.key("k"), wanted).join());
    assertEquals(first.webhook().id(), again.webhook().id());
    assertEquals(first.secret(), again.secret());

    assertEquals(
        AppRefusal.KEY_REUSED,
        World.refused(
                webhooks
                    .create(
                        World.SHOP, new IdempotencyKey("k", Bytes.ofUtf8("other").sha256()), wanted)
                    .join())
            .refusal()
            .code());
  }

  @Test
  void wrongWishes_areRefusedWithTheirReason() {
    assertEquals(HookRefusal.URL_REFUSED, refusal("http://shop.example.com/"));
    assertEquals(HookRefusal.KIND_INVALID, refusal(URL, "Not A Kind"));
    for (int i = 0; i < RunWebhooks.MOST; i++) {
      opened(URL);
    }
    assertEquals(HookRefusal.COUNT, refusal(URL));
  }

  private Object refusal(String url, String... kinds) {
    return World.refused(
            webhooks
                .create(
                    World.SHOP,
                    World.key("refused-" + keys++),
                    new RunWebhooks.Wanted(url, List.of(kinds)))
                .join())
        .refusal()
        .code();
  }

  @Test
  void deleted_isToldNothing_andItsSecretIsGone() throws Exception {
    Webhook webhook = opened(URL).webhook();
    happened("one", "claim-decided");
    World.done(webhooks.delete(World.SHOP, webhook.id()).join());
    happened("two", "claim-decided");

    assertEquals(0, sent());
    assertEquals(List.of(), webhooks.list(World.SHOP).join());
    Webhook kept =
        world
            .store
            .read(
                FirstSeller.ID,
                records -> records.webhooks().byId(FirstSeller.ID, webhook.id()).orElseThrow())
            .join();
    assertTrue(kept.secrets().sealed().isEmpty());
  }

  @Test
  void secret_isNowhereOnRecordInTheClear() throws Exception {
    HookSecret secret = opened(URL).secret().orElseThrow();
    String base64 = secret.reveal().substring("whsec_".length());

    assertFalse(stored(folder).contains(base64));
    assertFalse(stored(folder).contains(World.utf8(secret.key().toArray())));
  }

  @Test
  void list_goesOnWhereThePageBeforeEnded() {
    Webhook webhook = opened(URL).webhook();
    for (int i = 0; i < 5; i++) {
      happened("event" + i, i % 2 == 0 ? "claim-decided" : "refund-sent");
      world.clock.advance(Duration.ofSeconds(1));
    }
    List<String> all = listed(webhook).stream().map(Delivery::event).toList();
    List<Delivery> page = page(webhook, Optional.empty(), Optional.empty());
    List<Delivery> next = page(webhook, Optional.empty(), Optional.of(page.getLast().id()));

    assertEquals(List.of("event4", "event3", "event2", "event1", "event0"), all);
    assertEquals(List.of("event4", "event3"), page.stream().map(Delivery::event).toList());
    assertEquals(List.of("event2", "event1"), next.stream().map(Delivery::event).toList());
    assertEquals(
        List.of("event3", "event1"),
        page(webhook, Optional.of("refund-sent"), Optional.empty()).stream()
            .map(Delivery::event)
            .toList());
  }

  private List<Delivery> page(Webhook webhook, Optional<String> kind, Optional<String> before) {
    return World.done(
        deliveries
            .list(
                World.SHOP, webhook.id(), new RunDeliveries.Wish(Optional.empty(), kind, before, 2))
            .join());
  }
}
