package tapwright.server.app.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.claim.Channel;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Decider;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.SenderCheck;
import tapwright.core.claim.Verdict;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.trail.TrailEntry;
import tapwright.core.wire.EncodeJob;
import tapwright.server.app.Answer;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.ExpireReturns;
import tapwright.server.app.duty.TellDeadlines;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.record.claim.ClaimFiles;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.list.Page;

/** What becomes of claims after their first decision, and of goods that come back. */
class ClaimWorkTest implements NewRecord {

  private static final String WORDS = "It arrived broken, says the sample customer.";

  private static final Map<String, String> ORDERED =
      Map.of(
          "line", "card",
          "design", "stock",
          "purchasedAt", "2026-02-24T13:00:00+05:30",
          "price", "49.00 INR");

  /** What the policy has to know of a defective card. */
  private static final Map<String, String> DEFECTIVE =
      Map.of(
          "cause", "seller",
          "shippedAt", "2026-02-26T13:00:00+05:30",
          "deliveredAt", "2026-03-01T13:00:00+05:30");

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

  private CardId card() {
    return card(ORDERED);
  }

  private CardId card(Map<String, String> ordered) {
    OrderLine line =
        new OrderLine(
            1, "W-1", "", "b-rigardz", World.line(1, "x").contact(), "", ChipOrder.USUAL, ordered);
    Placement placed =
        World.done(world.placeOrders.place(World.SHOP, World.key("order"), List.of(line)).join());
    return CardId.parse(placed.cards().getFirst().cardId()).orElseThrow();
  }

  /** A claim for a defect, to which the policy wants a photo. */
  private String waiting() {
    ClaimRequest request =
        new ClaimRequest(
            card(),
            ClaimKind.REFUND,
            Reason.DEFECTIVE,
            Optional.empty(),
            EnumSet.complementOf(EnumSet.of(Evidence.PHOTO_PRODUCT)),
            DEFECTIVE,
            new ClaimIntake(Channel.MAIL, SenderCheck.ADDRESS_ON_FILE, Optional.of(WORDS)));
    return World.done(world.decideClaims.decide(World.SHOP, World.key("claim"), request).join())
        .id();
  }

  /** The policy wants a deletion in writing and of the owner. */
  @ParameterizedTest
  @CsvSource({
    "MAIL,  ADDRESS_ON_FILE, DELETE_DATA",
    "FORM,  SIGNED_IN,       DELETE_DATA",
    "MAIL,  CALLED_BACK,     DELETE_DATA",
    "MAIL,  ORDER_DETAILS,   NEEDS_INFO",
    "PHONE, CALLED_BACK,     NEEDS_INFO",
    "API,   UNVERIFIED,      NEEDS_INFO"
  })
  void theWayAndTheSender_areEvidence(Channel channel, SenderCheck sender, Outcome expected) {
    ClaimRequest request =
        new ClaimRequest(
            card(),
            ClaimKind.DELETE_DATA,
            Reason.UNSPECIFIED,
            Optional.empty(),
            Set.of(),
            Map.of(),
            new ClaimIntake(channel, sender, Optional.empty()));

    StoredClaim claim =
        World.done(world.decideClaims.decide(World.SHOP, World.key("claim"), request).join());

    assertEquals(expected.word(), claim.outcome());
  }

  private ClaimView view(String claim) {
    return World.done(world.claims.see().view(World.SHOP, claim).join());
  }

  private Answer<EvidenceView> photo(String claim) {
    Bytes png = Bytes.ofHex("89504E470D0A1A0A00");
    return file(claim, "../../etc/passwd", png);
  }

  private Answer<EvidenceView> file(String claim, String name, Bytes content) {
    return world
        .claims
        .evidence()
        .add(
            World.SHOP,
            World.key("file"),
            claim,
            new KeepEvidence.SentFile(
                Evidence.PHOTO_PRODUCT,
                name,
                Base64.getEncoder().encodeToString(content.toArray())))
        .join();
  }

  private Answer<String> rule(String claim, long version, Outcome outcome) {
    Ruling ruling = new Ruling(version, outcome, Set.of(), Optional.empty(), "the photo shows it");
    return world.claims.run().rule(World.SHOP, claim, ruling).join();
  }

  private List<String> trail(String claim) {
    return World.done(world.claims.see().trail(World.SHOP, claim).join()).stream()
        .map(TrailEntry::kind)
        .toList();
  }

  private Rma issued(String claim) {
    RunReturns.Wanted wanted =
        new RunReturns.Wanted(
            Optional.empty(),
            Optional.of(new RmaLabel(List.of("Sample Person"), List.of("Sample Seller"))));
    RmaView made =
        World.done(
            world.claims.returns().issue(World.SHOP, World.key("rma"), claim, wanted).join());
    assertEquals(List.of("Sample Person"), made.label().orElseThrow().from());
    return made.rma();
  }

  private Answer<RmaView> move(Rma rma, RmaEvent.Step step) {
    RunReturns.Leg leg = new RunReturns.Leg(step, Optional.empty(), "", "");
    return world.claims.returns().move(World.SHOP, rma.id(), leg).join();
  }

  private String refusal(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  @Test
  void photoThatWasMissing_decidesAnewAndTheFirstDecisionStays() {
    String claim = waiting();
    ClaimView before = view(claim);
    assertEquals(ClaimState.WAITING, before.file().standing().state());
    assertEquals(Optional.of(WORDS), before.text());

    assertEquals(
        Optional.of("../../etc/passwd"), World.done(photo(claim)).name(), "names are data");
    ClaimView after = view(claim);

    assertFalse(after.file().standing().state() == ClaimState.WAITING);
    assertEquals(before.claim(), after.claim());
    assertEquals(1, after.later().size());
    assertEquals(2, after.file().standing().decision());
    assertEquals(List.of("received", "decided", "evidence-added", "decided"), trail(claim));
    assertEquals(
        1,
        world.store.read(FirstSeller.ID, r -> r.evidenceFiles().of(after.claim()).size()).join());
    assertEquals(World.done(photo(claim)), World.done(photo(claim)), "the same key keeps it once");
  }

  @Test
  void ruling_bringsTasksThatEndOnceAndTheVersionIsLookedAt() {
    String claim = waiting();

    assertEquals("claim-version-changed", refusal(rule(claim, 7, Outcome.FULL_REFUND)));
    assertEquals("claim-outcome-open", refusal(rule(claim, 1, Outcome.REVIEW)));
    World.done(rule(claim, 1, Outcome.FULL_REFUND));

    assertEquals(Decider.PERSON, view(claim).file().standing().by());
    assertEquals("needs-info", view(claim).claim().outcome());
    ClaimTask task =
        World.done(world.claims.tasks().of(World.SHOP, claim).join()).getFirst().task();
    assertEquals("full-refund", task.plan().effect());
    assertTrue(task.plan().dueAt().isPresent(), "money that a person grants is approved");
    RunTasks.Ending done = new RunTasks.Ending("1", true, "refund 1");
    assertEquals(
        World.done(world.claims.tasks().end(World.SHOP, claim, done).join()),
        World.done(world.claims.tasks().end(World.SHOP, claim, done).join()));
    assertEquals(
        "task-ended",
        refusal(
            world
                .claims
                .tasks()
                .end(World.SHOP, claim, new RunTasks.Ending("1", false, "no"))
                .join()));
  }

  /** Nobody knows what was bought, so no clause decides; the seller's duties hold all the same. */
  @Test
  void rulingOnAClaimThatWaitedForFacts_setsWhatTheSellersDutiesSay() {
    ClaimRequest request =
        new ClaimRequest(
            card(Map.of("price", "49.00 INR")),
            ClaimKind.REFUND,
            Reason.CHANGE_OF_MIND,
            Optional.empty(),
            EnumSet.allOf(Evidence.class),
            Map.of());
    String claim =
        World.done(world.decideClaims.decide(World.SHOP, World.key("claim"), request).join()).id();
    assertEquals(ClaimState.WAITING, view(claim).file().standing().state());
    assertEquals(List.of(), dates(claim, "refund"));

    World.done(rule(claim, 1, Outcome.FULL_REFUND));
    assertEquals(
        List.of(Instant.parse("2026-03-17T18:30:00Z")),
        dates(claim, "refund"),
        "ten business days after the second of March, Holi not among them");
    assertEquals(
        dates(claim, "refund").getFirst(),
        World.done(world.claims.tasks().of(World.SHOP, claim).join())
            .getFirst()
            .task()
            .plan()
            .dueAt()
            .orElseThrow());
  }

  private List<Instant> dates(String claim, String step) {
    return view(claim).deadlines().stream()
        .filter(one -> one.step().equals(step))
        .map(one -> one.dueAt())
        .toList();
  }

  private static Closing closing(boolean dropsTasks) {
    return new Closing(new ClaimNote(4, "sent"), dropsTasks);
  }

  @Test
  void appealOverrideAndClose_areKeptWithWhatWasDecidedBefore() {
    String claim = waiting();
    World.done(rule(claim, 1, Outcome.DENY));
    World.done(world.claims.run().appeal(World.SHOP, claim, new ClaimNote(2, "not agreed")).join());
    World.done(
        world
            .claims
            .run()
            .override(
                World.SHOP,
                claim,
                new Ruling(3, Outcome.REPLACEMENT, Set.of(), Optional.empty(), "goodwill"))
            .join());
    assertEquals(
        "claim-tasks-open",
        refusal(world.claims.run().close(World.SHOP, claim, closing(false)).join()));
    World.done(world.claims.run().close(World.SHOP, claim, closing(true)).join());

    assertEquals(ClaimState.CLOSED, view(claim).file().standing().state());
    assertEquals(Decider.SUPERVISOR, view(claim).file().standing().by());
    assertEquals(
        List.of("received", "decided", "ruled", "appealed", "overridden", "closed"), trail(claim));
    assertTrue(
        World.done(world.claims.tasks().of(World.SHOP, claim).join()).stream()
            .allMatch(view -> view.task().ended().isPresent()));
    assertEquals("claim-step-not-allowed", refusal(photo(claim)));
  }

  @Test
  void lateFacts_leaveTheRulingAndShowBoth() {
    String claim = waiting();
    World.done(rule(claim, 1, Outcome.DENY));

    World.done(photo(claim));
    ClaimView differs = view(claim);

    assertEquals(Outcome.DENY, differs.file().standing().outcome());
    assertEquals(Optional.of(2), differs.file().standing().aside());
    assertTrue(trail(claim).contains("would-now-differ"));
  }

  @Test
  void filesThatAreNone_areRefused() {
    String claim = waiting();

    assertEquals("evidence-type", refusal(file(claim, "a.png", Bytes.ofHex("4D5A9000"))));
    assertEquals("evidence-size", refusal(file(claim, "a.png", Bytes.EMPTY)));
    int tooLarge = ClaimTerms.USUAL.evidenceBytes() + 1;
    assertEquals("evidence-size", refusal(file(claim, "a.png", Bytes.zeros(tooLarge))));
  }

  @Test
  void aPersonWhoIsForgotten_leavesNoWordsAndNoFile() throws IOException {
    String claim = waiting();
    EvidenceView file = World.done(photo(claim));
    assertFalse(stored(folder).contains(WORDS));

    World.done(
        new ForgetHolder(world.store, world.vault, world.clock)
            .forget(
                FirstSeller.ID, new ForgetHolder.Whom.OfCard(view(claim).claim().card()), "support")
            .join());

    assertEquals(Optional.empty(), view(claim).text());
    assertEquals(Optional.empty(), view(claim).files().getFirst().name());
    assertEquals(
        "claim-holder-gone",
        refusal(world.claims.evidence().open(World.SHOP, claim, file.file().id()).join()));
  }

  @Test
  void goods_comeBackAreInspectedAndBecomeFacts() {
    String claim = waiting();
    EncodeJob job = world.lease(World.STATION, 1).getFirst();
    world.report(World.STATION, world.verified("made", job, "04E141124C2880"));
    Rma rma = issued(claim);

    assertEquals(rma.id(), issued(claim).id(), "the same key permits it once");
    World.done(move(rma, RmaEvent.Step.SENT));
    World.done(move(rma, RmaEvent.Step.RECEIVED));
    World.done(
        world
            .claims
            .returns()
            .inspect(
                World.SHOP,
                rma.id(),
                new Rma.Findings(Verdict.DEFECTIVE, "silent", Map.of("packaging", "complete")))
            .join());
    assertTrue(view(claim).later().getLast().facts().toUtf8().contains("chipTest fails"));
    assertEquals(
        "rma-disposition-not-allowed",
        refusal(world.claims.returns().dispose(World.SHOP, rma.id(), Disposition.RESTOCK).join()));
    World.done(world.claims.returns().dispose(World.SHOP, rma.id(), Disposition.SCRAP).join());
    assertTrue(trail(claim).contains("rma-disposed"));
  }

  @Test
  void goodsThatAreNotSent_expireOnceAndMissedDatesEscalate() {
    String claim = waiting();
    World.done(rule(claim, 1, Outcome.FULL_REFUND));
    Rma rma = issued(claim);
    DoDuties duties =
        new DoDuties(
            world.store, List.of(new TellDeadlines(), new ExpireReturns()), "node", world.clock);
    world.clock.advance(ClaimTerms.USUAL.rmaLife());
    duties.round().join();
    duties.round().join();

    RmaView expired = World.done(world.claims.returns().view(World.SHOP, rma.id()).join());
    assertEquals(RmaState.EXPIRED, expired.rma().state());
    assertEquals(1, trail(claim).stream().filter("rma-expired"::equals).count());
    assertTrue(trail(claim).contains("escalated"));
    assertTrue(view(claim).isOverdue());
    assertEquals(
        1,
        world
            .claims
            .see()
            .list(new ClaimFiles.Filter(FirstSeller.ID, Optional.empty(), true, Page.first(10)))
            .join()
            .size());
  }

  @Test
  void scans_areTakenOnceAndBecomeFacts() {
    String claim = waiting();
    String card = view(claim).claim().card().toString();
    String csv =
        "scanId,carrier,cardId,kind,at\nS-1,sample,%s,posted-back,%s\n"
            .formatted(card, World.START);
    List<SentScan> scans = World.done(ScanCsv.parse(csv));

    assertEquals(
        new TakeScans.Taken(1, 0), World.done(world.claims.scans().take(World.SHOP, scans).join()));
    assertEquals(
        new TakeScans.Taken(0, 1), World.done(world.claims.scans().take(World.SHOP, scans).join()));
    World.done(world.claims.run().answer(World.SHOP, claim, Stated.NOTHING, "").join());
    assertTrue(
        view(claim).later().getLast().facts().toUtf8().contains("postedBackAt " + World.START));
    assertEquals(
        "scans-invalid",
        refusal(
            world
                .claims
                .scans()
                .take(World.SHOP, World.done(ScanCsv.parse(csv.replace(card, "none"))))
                .join()));
  }

  @Test
  void queue_isByStateAndTheClockMovesNothingElse() {
    String claim = waiting();
    world.clock.advance(Duration.ofHours(1));

    assertEquals(List.of(claim), queue(ClaimState.WAITING));
    World.done(rule(claim, 1, Outcome.DENY));
    assertEquals(List.of(), queue(ClaimState.WAITING));
    assertEquals(List.of(claim), queue(ClaimState.RULED));
  }

  private List<String> queue(ClaimState state) {
    return world
        .claims
        .see()
        .list(new ClaimFiles.Filter(FirstSeller.ID, Optional.of(state), false, Page.first(10)))
        .join()
        .stream()
        .map(view -> view.claim().id())
        .toList();
  }
}
