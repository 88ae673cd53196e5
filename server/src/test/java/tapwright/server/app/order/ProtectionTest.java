package tapwright.server.app.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.SellerId;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.KeyDiversification;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.JobSecrets;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.StationEvent.Finished;
import tapwright.core.wire.UidReply;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.SellerSettings;
import tapwright.server.record.access.Role;
import tapwright.server.record.list.Page;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.station.Ability;

/** Cards whose chips are locked, protected or sign their links. */
class ProtectionTest implements NewRecord {

  private static final String UID = "04A1B2C3D4E5F6";
  private static final ChipOrder PASSWORD = new ChipOrder(LinkCounting.MIRROR, true, true);
  private static final ChipOrder SIGNED = new ChipOrder(LinkCounting.SUN, false, false);

  private static final Optional<Boolean> NO_CHANGE = Optional.empty();

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
  void lease_ofACardWithPassword_carriesItsOwnPasswordAndTheLock() {
    order("A-1", PASSWORD, PASSWORD);
    List<EncodeJob> jobs = world.lease(World.STATION, 5);
    JobSecrets first = secrets(jobs.get(0));
    JobSecrets second = secrets(jobs.get(1));

    assertEquals(true, jobs.getFirst().lock());
    assertEquals(4, Bytes.ofHex(String.valueOf(first.password())).size());
    assertEquals(2, Bytes.ofHex(String.valueOf(first.pack())).size());
    assertNull(first.keys());
    assertNotEquals(first.password(), second.password());
  }

  @Test
  void lease_ofASignedCard_carriesFiveKeysAndKnowsItsMessage() {
    order("A-1", SIGNED);
    EncodeJob job = world.lease(World.STATION, 5).getFirst();
    List<String> keys = Objects.requireNonNull(secrets(job).keys());

    assertEquals(LinkCounting.SUN, job.linkCounting());
    assertFalse(job.mirrorCounter());
    assertEquals(5, Set.copyOf(keys).size());
    assertTrue(keys.stream().allMatch(key -> Bytes.ofHex(key).size() == 16));
    StationEvent event = madeOf(job, LinkCounting.SUN, List.of(Finished.KEYS));
    assertEquals(EventsReply.Status.TAKEN, world.report(World.STATION, event).status());
    assertEquals(
        Set.of(Finished.KEYS), world.view(cardOf(job)).card().chip().orElseThrow().finished());
  }

  @Test
  void lease_byAStationOfTheFirstVersion_getsOpenChipsOnly() {
    order("A-1", PASSWORD, ChipOrder.USUAL, SIGNED, new ChipOrder(LinkCounting.NONE, false, true));

    List<EncodeJob> open =
        World.done(world.leaseJobs.lease(World.STATION, Ability.OPEN_CHIPS, 10).join()).jobs();

    assertEquals(1, open.size());
    assertTrue(open.getFirst().mirrorCounter());
    assertEquals(3, world.lease(World.STATION, 10).size());
  }

  @Test
  void lease_thatRanOutOrWasRefused_carriesTheSameSecretsAgain() {
    order("A-1", PASSWORD);
    EncodeJob first = world.lease(World.STATION, 1).getFirst();
    assertTrue(world.lease(World.STATION, 1).isEmpty());
    world.clock.advance(World.LEASE.plus(Duration.ofSeconds(1)));
    EncodeJob again = world.lease(World.OTHER_STATION, 1).getFirst();
    StationEvent.Problem problem = new StationEvent.Problem("tag-read-only", "read-only");
    world.report(
        World.OTHER_STATION,
        new StationEvent(
            "r", again.jobId(), World.START, StationEvent.Kind.REFUSED, null, problem));
    World.done(world.runJobs.requeue(World.SHOP, again.jobId()).join());

    assertEquals(first.secrets(), again.secrets());
    assertEquals(first.secrets(), world.lease(World.STATION, 1).getFirst().secrets());
  }

  @Test
  void lease_ofASellerWithMasterKey_carriesKeysDerivedBySlug() throws IOException {
    AesKey master = new AesKey(Bytes.ofHex("00112233445566778899AABBCCDDEEFF"));
    Optional<String> digits = Optional.of(master.value().toHex());
    SellerSettings settings =
        World.done(world.runSeller.change(World.SHOP, Activation.HOLDER, digits, NO_CHANGE).join());
    order("A-1", SIGNED, PASSWORD);
    List<EncodeJob> jobs = world.lease(World.STATION, 5);

    assertEquals(new SellerSettings(Activation.HOLDER, true, true), settings);
    Bytes input = Bytes.ofUtf8(jobs.getFirst().slug()).plus(Bytes.ofHex("D276000085010104"));
    assertEquals(
        KeyDiversification.key(master, input).value().toHex(),
        Objects.requireNonNull(secrets(jobs.getFirst()).keys()).get(4));
    assertNotNull(secrets(jobs.get(1)).password());
    assertFalse(stored(folder).toUpperCase(Locale.ROOT).contains(digits.get()));
  }

  @Test
  void masterKey_ofAnotherForm_isRefusedWithoutShowingIt() {
    String wrong = "00112233445566778899AABBCCDDEEFX";
    Answer<SellerSettings> answer =
        world.runSeller.change(World.SHOP, Activation.HOLDER, Optional.of(wrong), NO_CHANGE).join();

    assertEquals(AppRefusal.MASTER_KEY, World.refused(answer).refusal().code());
    assertFalse(World.refused(answer).refusal().message().contains("0011"));
  }

  @Test
  void masterKey_takenAway_letsKeysBeDrawnAgain() {
    String digits = "00112233445566778899AABBCCDDEEFF";
    World.done(
        world
            .runSeller
            .change(World.SHOP, Activation.HOLDER, Optional.of(digits), NO_CHANGE)
            .join());
    SellerSettings kept =
        World.done(
            world
                .runSeller
                .change(World.SHOP, Activation.HOLDER, Optional.empty(), NO_CHANGE)
                .join());
    SellerSettings without =
        World.done(
            world
                .runSeller
                .change(World.SHOP, Activation.HOLDER, Optional.of(""), NO_CHANGE)
                .join());

    assertTrue(kept.derivesKeys());
    assertFalse(without.derivesKeys());
  }

  @Test
  void order_ofAPasswordForASignedCard_isRefused() {
    ChipOrder both = new ChipOrder(LinkCounting.SUN, true, false);
    Answer<Placement> answer =
        world.placeOrders.place(World.SHOP, World.key("k"), List.of(line(1, "A-1", both))).join();

    assertEquals(
        List.of(
            new FieldError(
                1, "protect.password", "true", "none with counting sun, whose chips have keys")),
        World.refused(answer).fields());
  }

  @Test
  void verified_withoutWhatWasOrdered_isRefusedAndTheCardNotVerified() {
    order("A-1", PASSWORD, SIGNED);
    List<EncodeJob> jobs = world.lease(World.STATION, 5);
    EventsReply.Result open =
        world.report(World.STATION, madeOf(jobs.get(0), LinkCounting.MIRROR, List.of()));
    EventsReply.Result unsigned =
        world.report(
            World.STATION, madeOf(jobs.get(1), LinkCounting.SUN, List.of(Finished.PASSWORD)));

    assertEquals(
        new StationEvent.Problem(
            "protection-differs",
            "the chip was finished with none, allowed is locked and password as ordered; the card"
                + " is not verified"),
        open.problem());
    assertEquals(
        "the chip was finished with password, allowed is keys as ordered; the card is not verified",
        Objects.requireNonNull(unsigned.problem()).message());
    assertEquals(CardState.ENCODED, world.view(cardOf(jobs.get(0))).card().status().state());
    assertEquals(UidReply.Standing.STOPPED, ask(World.STATION).standing());
  }

  @Test
  void verified_withAllOfIt_afterAnEventThatLackedSome_isTaken() {
    order("A-1", PASSWORD);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    List<Finished> all = List.of(Finished.LOCKED, Finished.PASSWORD);
    world.report(World.STATION, madeOf("e1", job, LinkCounting.MIRROR, List.of(Finished.PASSWORD)));
    EventsReply.Result again =
        world.report(World.STATION, madeOf("e2", job, LinkCounting.MIRROR, all));
    EventsReply.Result third =
        world.report(World.STATION, madeOf("e3", job, LinkCounting.MIRROR, all));

    assertEquals(EventsReply.Status.TAKEN, again.status());
    assertEquals("card-made-already", Objects.requireNonNull(third.problem()).code());
    assertEquals(CardState.VERIFIED, world.view(cardOf(job)).card().status().state());
  }

  /** The record, its log and all that a shop may ask, searched for the secrets in every form. */
  @Test
  void secrets_standNowhereInTheClear() throws IOException {
    order("A-1", PASSWORD, SIGNED);
    List<EncodeJob> jobs = world.lease(World.STATION, 5);
    world.report(World.STATION, madeOf(jobs.get(1), LinkCounting.SUN, List.of()));
    String shown =
        jobs
            + " "
            + world.view(cardOf(jobs.getFirst()))
            + world.runJobs.list(seller(), Optional.empty(), Page.first(9)).join();
    List<String> places = new ArrayList<>(List.of(shown));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        places.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    for (Bytes secret : secretsOf(jobs)) {
      String raw = new String(secret.toArray(), StandardCharsets.ISO_8859_1);
      String base64 = Base64.getEncoder().withoutPadding().encodeToString(secret.toArray());
      for (String place : places) {
        assertFalse(place.toUpperCase(Locale.ROOT).contains(secret.toHex()));
        assertFalse(place.contains(raw) || place.contains(base64));
      }
    }
  }

  @Test
  void uid_isFreeThenLiveThenRevoked() {
    order("A-1", ChipOrder.USUAL);
    assertEquals(new UidReply(UidReply.Standing.FREE, null, null), ask(World.STATION));
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, madeOf(job, LinkCounting.MIRROR, List.of()));

    assertEquals(
        new UidReply(UidReply.Standing.LIVE, job.cardId(), World.START), ask(World.STATION));
    world.clock.advance(Duration.ofDays(1));
    World.done(
        world.runCards.act(World.SHOP, cardOf(job), World.act(CardEvent.Step.REVOKED)).join());
    assertEquals(
        new UidReply(UidReply.Standing.REVOKED, job.cardId(), world.clock.instant()),
        ask(World.STATION));
  }

  @Test
  void uid_ofACardThatHoldsSomethingElse_isStopped() {
    order("A-1", ChipOrder.USUAL);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, world.verified("e", job.jobId(), UID, "https://example.com/other"));

    assertEquals(UidReply.Standing.STOPPED, ask(World.STATION).standing());
  }

  @Test
  void uid_ofAnotherSellersCard_isLiveWithoutSayingWhich() {
    order("A-1", ChipOrder.USUAL);
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, madeOf(job, LinkCounting.MIRROR, List.of()));
    Caller stranger =
        new Caller(Actor.token("T", "elsewhere"), new SellerId("other"), Role.STATION);

    assertEquals(new UidReply(UidReply.Standing.LIVE, null, null), ask(stranger));
  }

  private UidReply ask(Caller station) {
    return world.askUid.ask(station, Uid.ofHex(UID)).join();
  }

  private static SellerId seller() {
    return FirstSeller.ID;
  }

  private void order(String number, ChipOrder... chips) {
    List<OrderLine> lines = new ArrayList<>();
    for (ChipOrder chip : chips) {
      lines.add(line(lines.size() + 1, number, chip));
    }
    World.done(world.placeOrders.place(World.SHOP, World.key(number), lines).join());
  }

  private static OrderLine line(int number, String order, ChipOrder chip) {
    OrderLine usual = World.line(number, order);
    return new OrderLine(number, order, "", usual.contact(), "", chip, Map.of());
  }

  private StationEvent madeOf(EncodeJob job, LinkCounting counting, List<Finished> finished) {
    return madeOf("made-" + job.jobId(), job, counting, finished);
  }

  private StationEvent madeOf(
      String eventId, EncodeJob job, LinkCounting counting, List<Finished> finished) {
    Bytes message = CardMessages.of(new Link(job.link()), Optional.empty(), counting).getFirst();
    return new StationEvent(
        eventId,
        job.jobId(),
        world.clock.instant(),
        StationEvent.Kind.VERIFIED,
        new StationEvent.Encoded(UID, "NTAG 424 DNA", message.toHex(), 3, 40, finished),
        null);
  }

  private static List<Bytes> secretsOf(List<EncodeJob> jobs) {
    List<Bytes> secrets = new ArrayList<>();
    for (EncodeJob job : jobs) {
      JobSecrets held = secrets(job);
      if (held.password() != null) {
        secrets.add(Bytes.ofHex(held.password()));
      }
      if (held.keys() != null) {
        held.keys().forEach(key -> secrets.add(Bytes.ofHex(key)));
      }
    }
    assertEquals(6, secrets.size());
    return secrets;
  }

  private static JobSecrets secrets(EncodeJob job) {
    assertNotNull(job.secrets());
    return job.secrets();
  }

  private static CardId cardOf(EncodeJob job) {
    return CardId.parse(job.cardId()).orElseThrow();
  }
}
