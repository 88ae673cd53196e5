package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardState;
import tapwright.core.card.Slug;
import tapwright.core.policy.library.Packs;
import tapwright.core.tag.dna.SigningChip;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.record.card.Card;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.audit.CheckResult;
import tapwright.server.store.upkeep.audit.RecordAudit;

/** Hits on cards whose chips sign their links, each with the keys that its lease carried. */
class SignedHitsTest implements NewRecord {

  private static final String UID = "04DE5F1EACC040";
  private static final String PLAIN_UID = "04E141124C2880";

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
  void signedTap_leadsOnCountsOnceAndBringsTheCardIntoUse() {
    SignedCard card = issued("A-1", UID);

    HitAnswer first = hit(card, card.query(5));
    hit(card, card.query(5));
    hit(card, card.query(6));

    assertEquals(new HitAnswer.Redirect("https://example.com/1", false), first);
    assertEquals(
        List.of(new UsageCount(HitClass.REPLAY, 1), new UsageCount(HitClass.TAP, 2)), usage(card));
    assertEquals(CardState.ACTIVE, world.view(card.id()).card().status().state());
  }

  @Test
  void theStationsReadsAndBareLinks_areReplaysThatActivateNothing() {
    SignedCard card = issued("A-1", UID);

    hit(card, card.query(SignedCard.BASELINE));
    hit(card, "");
    hit(card, "m=" + UID + "x000009");

    assertEquals(List.of(new UsageCount(HitClass.REPLAY, 3)), usage(card));
    assertEquals(CardState.ISSUED, world.view(card.id()).card().status().state());
  }

  @Test
  void aTapOfAnotherCardOrAnotherChip_isForged() {
    SignedCard card = issued("A-1", UID);
    SignedCard other = issued("A-2", "04DE5F1EACC041");
    String copied = new SigningChip(card.keys().sun()).query(other.data(9));

    hit(card, other.query(9));
    hit(card, copied);

    assertEquals(List.of(new UsageCount(HitClass.FORGED, 2)), usage(card));
  }

  @Test
  void aMachinesLook_leavesTheCounterToThePerson() {
    SignedCard card = issued("A-1", UID);
    ChipParameters written = ChipParameters.in(card.query(5));

    hit(card, new Hit(LinkKind.CHIP, true, World.PHONE, "", written, false));
    hit(card, new Hit(LinkKind.CHIP, false, "WhatsApp/2.23", "", written, false));
    hit(card, new Hit(LinkKind.CHIP, false, World.PHONE, "prefetch", written, false));
    hit(card, card.query(5));

    assertEquals(
        List.of(new UsageCount(HitClass.PREVIEW, 3), new UsageCount(HitClass.TAP, 1)), usage(card));
  }

  @Test
  void oneReadManyTimesAtOnce_countsOnce() {
    SignedCard card = issued("A-1", UID);
    Hit hit = card.hit(card.query(5));

    CompletableFuture.allOf(
            IntStream.range(0, 200)
                .mapToObj(i -> new Arrival(card.slug(), hit, world.clock.instant(), i))
                .map(world::take)
                .toArray(CompletableFuture[]::new))
        .join();

    assertEquals(
        List.of(new UsageCount(HitClass.REPLAY, 199), new UsageCount(HitClass.TAP, 1)),
        usage(card));
  }

  /** More cards than keys are kept of at once. */
  @Test
  void cardsInTurn_areEachVerifiedWithTheirOwnKeys() {
    List<SignedCard> cards = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      cards.add(issued("A-" + i, "04DE5F1EACC04" + i));
    }
    for (int counter = 5; counter < 8; counter++) {
      for (SignedCard card : cards) {
        hit(card, card.query(counter));
      }
    }
    for (SignedCard card : cards) {
      assertEquals(List.of(new UsageCount(HitClass.TAP, 3)), usage(card));
    }
  }

  @Test
  void record_holdsNoSignedMessage() throws IOException {
    SignedCard card = issued("A-1", UID);
    String query = card.query(5);
    hit(card, query);
    hit(card, query);

    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String held = Files.readString(file, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        for (String part : query.split("[&=]", -1)) {
          assertFalse(part.length() > 1 && held.contains(part), file + " holds " + part);
        }
      }
    }
  }

  /** Of both chips: what batches of hits leave behind agrees in every check of the record. */
  @Test
  void hitsOfEveryClass_leaveARecordInOrder() {
    SignedCard signed = issued("A-1", UID);
    Card plain = world.issued("A-2", PLAIN_UID);
    String copied = issued("A-3", "04DE5F1EACC042").query(9);
    for (int round = 0; round < 40; round++) {
      int counter = 5 + 2 * round;
      CompletableFuture.allOf(
              Stream.concat(
                      Stream.of(counter, counter + 1, counter, 5, 70)
                          .flatMap(it -> reads(signed, plain, it)),
                      Stream.of(
                          taken(signed.slug(), signed.hit(copied)),
                          taken(plain.slug(), bare(LinkKind.CHIP, false)),
                          taken(plain.slug(), bare(LinkKind.PRINT, round % 2 == 0)),
                          taken(plain.slug(), bare(LinkKind.SHARE, false)),
                          taken(signed.slug(), bare(LinkKind.CONTACT, true))))
                  .toArray(CompletableFuture[]::new))
          .join();
      world.clock.advance(Duration.ofMinutes(7L * round));
    }

    Set<HitClass> seen =
        Stream.of(signed.id(), plain.id())
            .flatMap(card -> world.view(card).usage().stream())
            .map(UsageCount::hitClass)
            .collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(HitClass.class), seen);
    List<CheckResult> results =
        World.done(RecordAudit.run(url(folder), Packs.shipped(), Progress.SILENT));
    assertEquals(List.of(), results.stream().filter(result -> !result.inOrder()).toList());
  }

  /** A read of either chip, and a machine's look at the plain one's. */
  private Stream<CompletableFuture<HitAnswer>> reads(SignedCard signed, Card plain, int counter) {
    ChipParameters mirror = ChipParameters.mirrored("%sx%06X".formatted(PLAIN_UID, counter));
    return Stream.of(
        taken(signed.slug(), signed.hit(signed.query(counter))),
        taken(plain.slug(), new Hit(LinkKind.CHIP, true, World.PHONE, "", mirror, false)),
        taken(plain.slug(), new Hit(LinkKind.CHIP, false, World.PHONE, "", mirror, false)));
  }

  private static Hit bare(LinkKind link, boolean repeats) {
    return new Hit(link, false, World.PHONE, "", ChipParameters.NONE, repeats);
  }

  private CompletableFuture<HitAnswer> taken(Slug slug, Hit hit) {
    return world.take(new Arrival(slug, hit, world.clock.instant(), world.random.nextLong()));
  }

  private HitAnswer hit(SignedCard card, String query) {
    return hit(card, card.hit(query));
  }

  private HitAnswer hit(SignedCard card, Hit hit) {
    return world.hit(card.slug(), hit);
  }

  private List<UsageCount> usage(SignedCard card) {
    return world.view(card.id()).usage();
  }

  private SignedCard issued(String order, String uid) {
    return SignedCard.issued(world, order, uid);
  }
}
