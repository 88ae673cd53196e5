package tapwright.server.app.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.World.SHOP;
import static tapwright.server.app.World.done;
import static tapwright.server.app.World.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.claim.Channel;
import tapwright.core.claim.SenderCheck;
import tapwright.core.money.Capture;
import tapwright.core.money.Refund;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Actor;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.claim.ClaimIntake;
import tapwright.server.app.claim.ClaimPapers;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.claim.EvidenceView;
import tapwright.server.app.claim.KeepEvidence;
import tapwright.server.app.claim.RmaLabel;
import tapwright.server.app.claim.RunReturns;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.record.access.Role;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.Deadline;
import tapwright.server.record.hit.DayUse;
import tapwright.server.record.key.Forgotten;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.security.DrawnSecrets;
import tapwright.server.store.upkeep.chain.ChainAudit;

class DeleteHolderTest implements NewRecord {

  private static final Caller SUPPORT =
      new Caller(Actor.account("A1", "support.desk"), SHOP.seller(), Role.SUPPORT);
  private static final Caller OTHER =
      new Caller(Actor.account("A2", "other.desk"), new SellerId("other"), Role.SUPPORT);
  private static final SellerId SELLER = SHOP.seller();
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Words that stand nowhere else. */
  private static final WireContact PERSON =
      new WireContact(
          "Plantedfirst Plantedlast",
          "Plantedtitle",
          "Plantedcompany",
          "+15550123456",
          "planted.person@example.com",
          "https://example.com/plantedpage");

  private static final List<String> PLANTED =
      List.of(
          "plantedfirst",
          "plantedlast",
          "plantedtitle",
          "plantedcompany",
          "15550123456",
          "planted.person@example.com",
          "plantedpage");

  @TempDir private Path folder;
  private World world;
  private final List<Forgotten> list = new ArrayList<>();
  private ForgetHolder forget;
  private DeleteHolder delete;
  private ExportHolder export;
  private FindHolders find;

  @BeforeEach
  void start() {
    world = new World(newRecord(folder));
    forget = new ForgetHolder(world.store, world.vault, world.clock);
    delete =
        new DeleteHolder(
            world.store,
            forget,
            new DeleteHolder.Terms(
                PATIENCE,
                List.of(new OpenDeadlines(), new OpenClaims(), new OpenRefunds()),
                list::add),
            new DrawnSecrets(world.random),
            world.clock);
    export =
        new ExportHolder(
            world.store,
            forget,
            new ExportHolder.Seals(world.vault, world.claimMeans.seal()),
            world.clock);
    find = new FindHolders(world.store);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** A card of the person that was made, given out, tapped and shared. */
  private Card used(String order) {
    return used(order, "https://example.com/target");
  }

  private Card used(String order, String target) {
    OrderLine line =
        new OrderLine(1, order, "customer-7", "", PERSON, target, ChipOrder.USUAL, Map.of());
    String placed =
        done(world.placeOrders.place(SHOP, World.key(order), List.of(line)).join())
            .cards()
            .getFirst()
            .cardId();
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(
        World.STATION, world.verified("made-" + order, job, "04A1B2C3D4E5" + order.substring(2)));
    CardId id = CardId.parse(placed).orElseThrow();
    Card card = done(world.runCards.act(SHOP, id, World.act(CardEvent.Step.ISSUED)).join());
    String uid = card.chip().orElseThrow().uid().toString();
    world.hit(card.slug(), LinkKind.CHIP, uid + "x000003", false);
    world.hit(card.slug(), LinkKind.SHARE, "", false);
    return card;
  }

  private String holderOf(Card card) {
    return find.ofCard(SELLER, card.id()).join().getFirst().holder();
  }

  private DeletionPlan asked(String holder) {
    return done(delete.ask(SUPPORT, holder, DeletionReason.PERSON_ASKED).join());
  }

  private List<TrailEntry> trail(String holder) {
    return world
        .store
        .read(
            SELLER,
            records -> records.trails().of(new Subject(SELLER, Subject.Area.HOLDER, holder)))
        .join();
  }

  private static long count(List<DeletionPlan.Part> parts, String what) {
    return parts.stream()
        .filter(part -> part.what().equals(what))
        .findFirst()
        .orElseThrow()
        .count();
  }

  @Test
  void whoAsks_isToldWhatGoesAndWhatStays() {
    Card card = used("A-11");
    used("A-12");
    DeletionPlan plan = asked(holderOf(card));

    assertEquals(2, plan.cards().size());
    assertEquals(world.clock.instant().plus(PATIENCE), plan.until());
    assertEquals(1, count(plan.goes(), "key"));
    assertEquals(2, count(plan.goes(), "contacts"));
    assertEquals(2, count(plan.goes(), "targets"));
    assertEquals(2, count(plan.stays(), "orders"));
    assertEquals(0, count(plan.stays(), "claims"));
    assertEquals(4, count(plan.stays(), "hits"));
    assertTrue(world.view(card.id()).contact().isPresent(), "nothing is gone yet");
    assertEquals(List.of(), list);
  }

  @Test
  void wordsFilesAndLabelsOfClaims_areGivenOutAndGo() {
    Card card = soldUnderAPack();
    String holder = holderOf(card);
    String claim = claimWithPapers(card);

    ClaimPapers papers =
        done(export.export(SUPPORT, holder).join()).cards().getFirst().claims().getFirst();
    assertEquals(claim, papers.claim().id());
    assertEquals(Optional.of("plantedwords of a customer"), papers.text());
    assertEquals(
        List.of(Optional.of("plantedlast.png")),
        papers.files().stream().map(EvidenceView::name).toList());
    assertEquals(List.of("Plantedlast"), papers.returns().getFirst().label().orElseThrow().from());

    List<DeletionPlan.Part> goes =
        world
            .store
            .read(
                SELLER,
                records ->
                    DeletionParts.plan(
                        records,
                        new ForgetHolder.Found(holder, List.of(card)),
                        "code",
                        world.clock.instant()))
            .join()
            .goes();
    for (String part : List.of("claim-texts", "evidence", "return-labels")) {
      assertEquals(1, count(goes, part), part);
    }
  }

  private Card soldUnderAPack() {
    OrderLine line =
        new OrderLine(1, "A-11", "", "b-rigardz", PERSON, "", ChipOrder.USUAL, Map.of());
    String placed =
        done(world.placeOrders.place(SHOP, World.key("A-11"), List.of(line)).join())
            .cards()
            .getFirst()
            .cardId();
    return world.view(CardId.parse(placed).orElseThrow()).card();
  }

  /** A claim with a customer's words, a file with a name, and a return with a label. */
  private String claimWithPapers(Card card) {
    ClaimRequest request =
        new ClaimRequest(
            card.id(),
            ClaimKind.REFUND,
            Reason.DEFECTIVE,
            Optional.empty(),
            Set.of(),
            Map.of("line", "card"),
            new ClaimIntake(
                Channel.MAIL, SenderCheck.UNVERIFIED, Optional.of("plantedwords of a customer")));
    String claim = done(world.decideClaims.decide(SHOP, World.key("claim"), request).join()).id();
    String png = Base64.getEncoder().encodeToString(Bytes.ofHex("89504E470D0A1A0A00").toArray());
    KeepEvidence.SentFile file =
        new KeepEvidence.SentFile(Evidence.PHOTO_PRODUCT, "plantedlast.png", png);
    done(world.claims.evidence().add(SHOP, World.key("file"), claim, file).join());
    RunReturns.Wanted wanted =
        new RunReturns.Wanted(
            Optional.empty(),
            Optional.of(new RmaLabel(List.of("Plantedlast"), List.of("Sample Seller"))));
    done(world.claims.returns().issue(SHOP, World.key("rma"), claim, wanted).join());
    return claim;
  }

  @Test
  void aConfirmedDeletion_isForEverAndOnRecordWithoutThePerson() {
    Card card = used("A-11");
    String holder = holderOf(card);
    DeletionPlan plan = asked(holder);
    done(delete.confirm(SUPPORT, holder, plan.code().toLowerCase(Locale.ROOT)).join());

    assertTrue(world.view(card.id()).contact().isEmpty());
    assertEquals("", world.view(card.id()).card().target());
    assertTrue(find.ofCard(SELLER, card.id()).join().getFirst().forgotten());
    assertEquals(
        List.of("deletion-asked support.desk support", "forgotten support.desk support"),
        trail(holder).stream()
            .map(entry -> entry.kind() + " " + entry.by().actor() + " " + entry.by().role())
            .toList());
    assertEquals(List.of(new Forgotten(SELLER, holder, world.clock.instant())), list);
    assertEquals(
        AppRefusal.HOLDER_UNKNOWN,
        refused(delete.confirm(SUPPORT, holder, plan.code()).join()).refusal().code());
    assertTrue(done(new ChainAudit(url(folder)).verify()).inOrder());
  }

  @Test
  void onlyTheLastCodeInItsTime_confirms() {
    String holder = holderOf(used("A-11"));
    assertEquals(HolderRefusal.DELETION_NOT_ASKED, refusal(holder, "0000-0000"));
    String first = asked(holder).code();
    String second = asked(holder).code();
    assertNotEquals(first, second);
    assertEquals(HolderRefusal.DELETION_CODE, refusal(holder, first));
    assertEquals(HolderRefusal.DELETION_CODE, refusal(holder, ""));
    world.clock.advance(PATIENCE);
    assertEquals(HolderRefusal.DELETION_ENDED, refusal(holder, second));

    String third = asked(holder).code();
    world.clock.advance(PATIENCE.minusNanos(1_000));
    done(delete.confirm(SUPPORT, holder, third).join());
  }

  private Object refusal(String holder, String code) {
    return refused(delete.confirm(SUPPORT, holder, code).join()).refusal().code();
  }

  @Test
  void claimThatNobodyAnswered_standsAgainstIt() {
    OrderLine line =
        new OrderLine(1, "A-12", "", "b-rigardz", PERSON, "", ChipOrder.USUAL, Map.of());
    CardId card =
        CardId.parse(
                done(world.placeOrders.place(SHOP, World.key("A-12"), List.of(line)).join())
                    .cards()
                    .getFirst()
                    .cardId())
            .orElseThrow();
    String holder = find.ofCard(SELLER, card).join().getFirst().holder();
    ClaimRequest request =
        new ClaimRequest(
            card,
            ClaimKind.REFUND,
            Reason.NOT_RECEIVED,
            Optional.empty(),
            Set.of(),
            Map.of("line", "card"));
    var claim = done(world.decideClaims.decide(SHOP, World.key("claim"), request).join());

    var asked = refused(delete.ask(SUPPORT, holder, DeletionReason.PERSON_ASKED).join());
    assertEquals(HolderRefusal.DELETION_STANDS_OPEN, asked.refusal().code());
    assertTrue(asked.fields().toString().contains(claim.id()), asked.fields().toString());
  }

  @Test
  void refundOfWhichNobodyKnows_standsAgainstIt() {
    Card card = used("A-13");
    Money amount = new Money(100, "INR");
    world
        .store
        .write(
            SELLER,
            records -> {
              Subject order = new Subject(SELLER, Subject.Area.MONEY, card.orderId());
              Refund refund = new Refund("R-1", "card", amount, RefundState.UNKNOWN);
              Instant now = world.clock.instant();
              records.money().add(order, new Capture("card", "pi_sample", amount), now);
              records
                  .money()
                  .add(
                      new StoredRefund(
                          order, refund, "pi_sample", "", "", "", 1, now, Optional.of(now)));
              return true;
            })
        .join();

    var asked = refused(delete.ask(SUPPORT, holderOf(card), DeletionReason.PERSON_ASKED).join());
    assertTrue(asked.fields().toString().contains("R-1 which is unknown"), asked.toString());
  }

  @Test
  void whatADecisionStillOwes_standsAgainstItUntilItsDate() {
    Card card = used("A-11");
    String holder = holderOf(card);
    String code = asked(holder).code();
    Instant due = world.clock.instant().plus(Duration.ofMinutes(20));
    owe(card, "C1", due);
    owe(card, "C2", due.minusSeconds(60));

    var asked = refused(delete.ask(SUPPORT, holder, DeletionReason.ORDERED).join());
    assertEquals(HolderRefusal.DELETION_STANDS_OPEN, asked.refusal().code());
    assertEquals(2, asked.fields().size());
    assertTrue(asked.fields().toString().contains(due.toString()), asked.fields().toString());
    assertEquals(HolderRefusal.DELETION_STANDS_OPEN, refusal(holder, code));
    assertTrue(world.view(card.id()).contact().isPresent());

    world.clock.advance(Duration.ofMinutes(20));
    done(delete.confirm(SUPPORT, holder, code).join());
  }

  private void owe(Card card, String claim, Instant due) {
    Deadline deadline =
        new Deadline(card.id(), SELLER, claim, "refund", Deadline.Notice.PASSED, due, due);
    world
        .store
        .write(
            SELLER,
            records -> {
              records.deadlines().add(List.of(deadline));
              return true;
            })
        .join();
  }

  @Test
  void aPerson_isFoundByCardAndByAccount() {
    Card card = used("A-11");
    String holder = holderOf(card);

    assertEquals(
        List.of(holder),
        find.ofAccount(SELLER, "customer-7").join().stream()
            .map(FindHolders.Seen::holder)
            .toList());
    assertEquals(List.of(), find.ofAccount(SELLER, "").join());
    assertEquals(List.of(), find.ofAccount(SELLER, "customer-8").join());
    assertEquals(List.of(), find.ofAccount(OTHER.seller(), "customer-7").join());
    assertEquals(List.of(), find.ofCard(OTHER.seller(), card.id()).join());
    for (var answer :
        List.of(
            delete.ask(OTHER, holder, DeletionReason.ORDERED).join(),
            delete.confirm(OTHER, holder, "0000-0000").join(),
            export.export(OTHER, holder).join())) {
      assertEquals(AppRefusal.HOLDER_UNKNOWN, refused(answer).refusal().code());
    }
  }

  @Test
  void anExport_holdsAllThatIsKeptAndIsOnRecord() {
    Card card = used("A-11");
    String holder = holderOf(card);
    PersonData data = done(export.export(SUPPORT, holder).join());
    PersonData.CardData kept = data.cards().getFirst();

    assertEquals(PERSON, kept.contact().orElseThrow());
    assertEquals("customer-7", kept.order().account());
    assertEquals(world.view(card.id()).history(), kept.history());
    assertEquals(
        List.of(HitClass.SHARE, HitClass.TAP), kept.uses().stream().map(DayUse::hitClass).toList());
    assertEquals(List.of(), data.trail());
    assertEquals(
        List.of("exported"),
        done(export.export(SUPPORT, holder).join()).trail().stream()
            .map(TrailEntry::kind)
            .toList());
  }

  @Test
  void whoWasForgotten_isForgottenAgainInAnOlderRecord() {
    Card card = used("A-11");
    List<Forgotten> forgotten =
        List.of(
            new Forgotten(SELLER, holderOf(card), world.clock.instant()),
            new Forgotten(SELLER, "0000000000001", world.clock.instant()),
            new Forgotten(OTHER.seller(), holderOf(card), world.clock.instant()));

    assertEquals(1, forget.forgetAgain(forgotten).join());
    assertEquals(0, forget.forgetAgain(forgotten).join());
    assertTrue(world.view(card.id()).contact().isEmpty());
    assertEquals(
        List.of(holderOf(card)),
        world.store.readAcrossSellers(records -> records.holders().forgotten()).join().stream()
            .map(Forgotten::holder)
            .toList());
  }

  /** The whole record, in whatever column: where a card leads is open, all else is not. */
  @Test
  void aPersonsWords_standNowhereInTheRecord() throws IOException {
    Card card = used("A-11", "");
    String holder = holderOf(card);
    done(export.export(SUPPORT, holder).join());
    assertEquals(List.of("plantedpage"), planted(stored(folder)));
    assertEquals(List.of(card.id()), found("plantedlast"));

    done(delete.confirm(SUPPORT, holder, asked(holder).code()).join());
    assertEquals(List.of(), planted(stored(folder)));
    assertEquals(List.of(), found("plantedlast"));
    assertFalse(readable(card), "the contact opens with no key that is left");
  }

  private List<CardId> found(String words) {
    return world.findCards.search(SELLER, words, 10).join().stream()
        .map(view -> view.card().id())
        .toList();
  }

  private boolean readable(Card card) {
    return world
        .store
        .read(SELLER, records -> records.contacts().sealed(SELLER, card.id()))
        .join()
        .isPresent();
  }

  /** That what is looked for would be seen. */
  @Test
  void aWordThatIsPlantedInAnyColumn_isSeen() throws IOException {
    Card card = used("A-11");
    done(world.runCards.leadTo(SHOP, card.id(), "https://example.com/plantedpage").join());

    assertEquals(List.of("plantedpage"), planted(stored(folder)));
  }

  private static List<String> planted(String all) {
    String text = all.toLowerCase(Locale.ROOT);
    return PLANTED.stream().filter(text::contains).toList();
  }

  /** One node deletes while the other shows: what was read before is not shown after. */
  @Test
  void anotherNode_showsNothingOfWhoIsDeleted() {
    Card card = used("A-11");
    String holder = holderOf(card);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      shown.add(String.valueOf(world.hit(card.slug(), LinkKind.SHARE, "", false)));
    }
    done(delete.confirm(SUPPORT, holder, asked(holder).code()).join());

    assertTrue(String.join("", shown).contains("sealed=Optional["), shown.toString());
    assertFalse(
        Arrays.asList(world.hit(card.slug(), LinkKind.SHARE, "", false).toString())
            .toString()
            .contains("sealed=Optional["));
  }
}
