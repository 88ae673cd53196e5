package tapwright.server.app.life;

import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.Verdict;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.claim.ClaimNote;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.claim.ClaimView;
import tapwright.server.app.claim.Closing;
import tapwright.server.app.claim.KeepEvidence;
import tapwright.server.app.claim.RmaView;
import tapwright.server.app.claim.Ruling;
import tapwright.server.app.claim.RunReturns;
import tapwright.server.app.claim.RunTasks;
import tapwright.server.app.claim.TaskView;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.order.IdempotencyKey;

/** What happens to claims and to goods that come back. */
final class ClaimActs extends Acts {
  private static final List<Outcome> WORDS =
      List.of(
          Outcome.FULL_REFUND,
          Outcome.REPLACEMENT,
          Outcome.DENY,
          Outcome.CUSTOMER_CHOICE,
          Outcome.REVIEW);

  ClaimActs(Acts same) {
    super(same);
  }

  ClaimModel rather(LifeOrder order, Act act) {
    List<ClaimModel> some = order.claims.stream().filter(claim -> claim.may(act)).toList();
    return some.isEmpty() || chance(4) ? any(order.claims) : any(some);
  }

  void ofClaim(Act act, LifeOrder order, ClaimModel claim) {
    switch (act) {
      case EVIDENCE -> evidence(order, claim);
      case ANSWER -> answer(order, claim);
      case RULE, OVERRIDE -> settle(order, claim, act == Act.RULE);
      case APPEAL, CLOSE -> note(order, claim, act == Act.APPEAL);
      case TASK -> task(order, claim);
      case RMA -> rma(order, claim);
      case PARCEL -> parcel(order, claim);
      case INSPECT -> inspect(order, claim);
      case DISPOSE -> dispose(order, claim);
      default -> throw new AssertionError(act);
    }
  }

  void claim(LifeOrder order, CardModel card) {
    Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    for (Evidence one : Evidence.values()) {
      if (chance(2)) {
        evidence.add(one);
      }
    }
    Map<String, String> facts = new LinkedHashMap<>();
    if (chance(2)) {
      facts.put("cause", "seller");
      facts.put("deliveredAt", "2026-03-01T13:00:00+05:30");
    }
    ClaimRequest request =
        new ClaimRequest(
            card.id,
            any(List.of(ClaimKind.values())),
            any(List.of(Reason.values())),
            Optional.empty(),
            evidence,
            facts);
    World world = node().world;
    IdempotencyKey key = key("claim");
    var answer = once(() -> world.decideClaims.decide(order.seller.shop(), key, request));
    if (agreed("a claim", order.isSoldUnderAPack(), answer)) {
      var claim = World.done(answer);
      order.claims.add(new ClaimModel(claim.id(), card, claim.outcome()));
    }
  }

  ClaimView view(LifeOrder order, ClaimModel claim) {
    return World.done(node().world.claims.see().view(order.seller.supervisor(), claim.id).join());
  }

  /** What came may decide a claim anew that waits for it; any other stays as it is. */
  void decidedAnew(LifeOrder order, ClaimModel claim) {
    ClaimView view = view(order, claim);
    ClaimState seen = view.file().standing().state();
    if (claim.state == ClaimState.WAITING && view.later().size() + 1 > claim.decisions) {
      ClaimState next = ClaimModel.after(view.later().getLast().outcome());
      if (seen != next) {
        wrong.add(claim + " is " + seen + " by a decision that makes it " + next);
      }
      claim.state = next;
    }
    claim.decisions = view.later().size() + 1;
    claim.version = view.file().version();
  }

  void evidence(LifeOrder order, ClaimModel claim) {
    KeepEvidence.SentFile file =
        new KeepEvidence.SentFile(
            any(List.of(Evidence.PHOTO_PRODUCT, Evidence.PHOTO_PACKAGING)),
            "photo.png",
            Base64.getEncoder().encodeToString(Bytes.ofHex("89504E470D0A1A0A00").toArray()));
    World world = node().world;
    IdempotencyKey key = key("file");
    Answer<?> answer =
        once(() -> world.claims.evidence().add(order.seller.shop(), key, claim.id, file));
    boolean may = claim.isOpen() && !claim.card.person.isEmpty();
    if (agreed("a file to " + claim, may, answer)) {
      decidedAnew(order, claim);
    }
  }

  void answer(LifeOrder order, ClaimModel claim) {
    Stated stated = new Stated(Map.of("cause", "seller"), Set.of("description"));
    World world = node().world;
    Answer<?> answer =
        again(
            () -> world.claims.run().answer(order.seller.shop(), claim.id, stated, "sample cause"));
    if (agreed("an answer to " + claim, claim.isOpen(), answer)) {
      decidedAnew(order, claim);
    }
  }

  void settle(LifeOrder order, ClaimModel claim, boolean ruled) {
    long version = chance(6) ? claim.version + 1 : claim.version;
    Outcome outcome = any(WORDS);
    Set<Effect> effects = chance(2) ? Set.of(Effect.REVOKE_CARD) : Set.of();
    Ruling ruling = new Ruling(version, outcome, effects, Optional.empty(), "sample reason");
    World world = node().world;
    Caller who = order.seller.supervisor();
    Answer<?> answer =
        again(
            () ->
                ruled
                    ? world.claims.run().rule(who, claim.id, ruling)
                    : world.claims.run().override(who, claim.id, ruling));
    boolean may =
        version == claim.version
            && outcome != Outcome.REVIEW
            && (ruled ? claim.mayBeRuled() : claim.mayBeOverridden());
    if (agreed((ruled ? "ruling " : "overriding ") + claim, may, answer)) {
      claim.now(ruled ? ClaimState.RULED : ClaimState.OVERRIDDEN);
    }
  }

  void note(LifeOrder order, ClaimModel claim, boolean appealed) {
    World world = node().world;
    Caller who = order.seller.supervisor();
    ClaimNote note = new ClaimNote(claim.version, "sample cause");
    Closing closing = new Closing(note, chance(2));
    boolean mayClose =
        claim.isOpen()
            && (closing.dropsTasks()
                || tasks(order, claim).stream().allMatch(task -> task.ended().isPresent()));
    Answer<?> answer =
        again(
            () ->
                appealed
                    ? world.claims.run().appeal(who, claim.id, note)
                    : world.claims.run().close(who, claim.id, closing));
    boolean may = appealed ? claim.mayBeAppealed() : mayClose;
    if (agreed((appealed ? "an appeal of " : "closing ") + claim, may, answer)) {
      claim.now(appealed ? ClaimState.APPEALED : ClaimState.CLOSED);
    }
  }

  List<ClaimTask> tasks(LifeOrder order, ClaimModel claim) {
    return World.done(node().world.claims.tasks().of(order.seller.supervisor(), claim.id).join())
        .stream()
        .map(TaskView::task)
        .toList();
  }

  void task(LifeOrder order, ClaimModel claim) {
    List<ClaimTask> tasks = tasks(order, claim);
    if (tasks.isEmpty()) {
      return;
    }
    ClaimTask task = any(tasks);
    String reference = chance.name("sample");
    RunTasks.Ending ending = new RunTasks.Ending("" + task.number(), true, reference);
    World world = node().world;
    Answer<?> answer =
        once(() -> world.claims.tasks().end(order.seller.supervisor(), claim.id, ending));
    if (agreed("the end of " + task, task.ended().isEmpty(), answer)) {
      claim.done.put(task.number(), reference);
    }
  }

  void rma(LifeOrder order, ClaimModel claim) {
    World world = node().world;
    IdempotencyKey key = key("rma");
    RunReturns.Wanted wanted = new RunReturns.Wanted(Optional.empty(), Optional.empty());
    Answer<RmaView> answer =
        once(() -> world.claims.returns().issue(order.seller.supervisor(), key, claim.id, wanted));
    boolean may =
        claim.isOpen() && claim.goods.values().stream().noneMatch(ClaimModel.Goods::isUnderWay);
    if (agreed("a return for " + claim, may, answer)) {
      Rma rma = World.done(answer).rma();
      claim.goods.put(rma.id(), new ClaimModel.Goods(rma.way().expiresAt()));
      decidedAnew(order, claim);
    }
  }

  void parcel(LifeOrder order, ClaimModel claim) {
    if (claim.goods.isEmpty()) {
      return;
    }
    String rma = any(claim.goods.keySet().stream().sorted().toList());
    ClaimModel.Goods goods = claim.goods(rma);
    RmaEvent.Step step =
        any(
            List.of(
                RmaEvent.Step.SENT,
                RmaEvent.Step.RECEIVED,
                RmaEvent.Step.RECEIVED,
                RmaEvent.Step.CANCELLED));
    World world = node().world;
    RunReturns.Leg leg = new RunReturns.Leg(step, Optional.empty(), "", "sample cause");
    Answer<?> answer =
        again(() -> world.claims.returns().move(order.seller.supervisor(), rma, leg));
    if (agreed(step + " of goods that are " + goods.state, goods.may(step), answer)) {
      goods.state = RmaState.valueOf(step.name());
      decidedAnew(order, claim);
    }
  }

  void inspect(LifeOrder order, ClaimModel claim) {
    if (claim.goods.isEmpty()) {
      return;
    }
    String rma = any(claim.goods.keySet().stream().sorted().toList());
    ClaimModel.Goods goods = claim.goods(rma);
    Verdict verdict = any(List.of(Verdict.values()));
    World world = node().world;
    Rma.Findings findings = new Rma.Findings(verdict, "", Map.of());
    Answer<?> answer =
        again(() -> world.claims.returns().inspect(order.seller.supervisor(), rma, findings));
    if (agreed("a look at goods that are " + goods.state, goods.mayBeInspected(), answer)) {
      goods.state = RmaState.INSPECTED;
      goods.verdict = verdict;
      decidedAnew(order, claim);
    }
  }

  void dispose(LifeOrder order, ClaimModel claim) {
    if (claim.goods.isEmpty()) {
      return;
    }
    String rma = any(claim.goods.keySet().stream().sorted().toList());
    ClaimModel.Goods goods = claim.goods(rma);
    Disposition to = any(List.of(Disposition.values()));
    World world = node().world;
    Answer<?> answer =
        again(() -> world.claims.returns().dispose(order.seller.supervisor(), rma, to));
    if (agreed(to + " of goods found " + goods.verdict, goods.mayBecome(to), answer)) {
      goods.state = RmaState.DISPOSED;
      decidedAnew(order, claim);
    }
  }
}
