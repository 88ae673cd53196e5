package tapwright.server.app.claim;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Decider;
import tapwright.core.claim.Grant;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.pack.Step;
import tapwright.server.app.Answer;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimFile;
import tapwright.server.record.claim.Stated;

/** People's words on claims: what is granted by them, what follows, and until when. */
final class SettleClaim {

  private final OpenTasks tasks;
  private final Redecide redecide;

  SettleClaim(OpenTasks tasks, Redecide redecide) {
    this.tasks = tasks;
    this.redecide = redecide;
  }

  Answer<String> rule(Records records, KnownClaim known, Ruling ruling, Deed deed) {
    return settle(
        records,
        known,
        new Settling(new ClaimEvent.Ruled(ruling.outcome()), "ruled", Decider.PERSON, ruling),
        deed);
  }

  Answer<String> override(Records records, KnownClaim known, Ruling ruling, Deed deed) {
    return settle(
        records,
        known,
        new Settling(
            new ClaimEvent.Overridden(ruling.outcome()), "overridden", Decider.SUPERVISOR, ruling),
        deed);
  }

  private record Settling(ClaimEvent event, String kind, Decider by, Ruling ruling) {}

  private Answer<String> settle(Records records, KnownClaim known, Settling settling, Deed deed) {
    Optional<Refusal> amount = wrongAmount(records, known, settling.ruling());
    return switch (known.after(settling.event())) {
      case Answer.Refused<ClaimState> refused -> Answer.refused(refused.refusal());
      case Answer.Done<ClaimState> _ when amount.isPresent() -> Answer.refused(amount.get());
      case Answer.Done<ClaimState> next -> {
        settled(records, known, settling, deed);
        known.change(
            records,
            known
                .file()
                .standing()
                .settled(
                    next.value(),
                    settling.ruling().outcome(),
                    settling.by(),
                    settling.ruling().amount()),
            deed.recordedAt());
        yield Answer.done(known.claim().id());
      }
    };
  }

  private static Optional<Refusal> wrongAmount(Records records, KnownClaim known, Ruling ruling) {
    Optional<String> paidIn = records.money().of(ClaimMoney.order(known.claim())).currency();
    return Grant.refusal(ruling.outcome(), ruling.amount(), paidIn);
  }

  private void settled(Records records, KnownClaim known, Settling settling, Deed deed) {
    Ruling ruling = settling.ruling();
    Instant now = deed.recordedAt();
    ClaimTrail.add(
        records,
        known.claim(),
        deed,
        new ClaimTrail.Happening(settling.kind(), detail(records, known, ruling)));
    if (ruling.outcome().mayPay()) {
      Stated approved = Stated.NOTHING.with(Event.APPROVED_AT.word(), now.toString());
      records.claimFiles().addAnswer(known.claim(), approved, now);
    }
    Map<Step, Instant> due = redecide.due(records, known, ruling.outcome(), now);
    due.keySet().removeIf(step -> step == Step.DECIDE || unpaid(step, ruling));
    if (due.containsKey(Step.REFUND)
        && !ClaimMoney.isPaid(
            records, known.claim(), Grant.of(ruling.outcome(), ruling.amount()))) {
      records.deadlines().unmet(known.claim(), Step.REFUND.word());
    }
    tasks.follow(
        records,
        known.claim(),
        deed,
        new OpenTasks.Following(ruling.outcome(), ruling.effects(), due));
    records.deadlines().met(known.claim(), List.of(Step.DECIDE.word()), now);
    if (!ruling.outcome().mayPay()) {
      records.deadlines().met(known.claim(), List.of(Step.REFUND.word()), now);
    }
  }

  private static boolean unpaid(Step step, Ruling ruling) {
    return step == Step.REFUND && !ruling.outcome().mayPay();
  }

  private static Map<String, Object> detail(Records records, KnownClaim known, Ruling ruling) {
    ClaimFile file = known.file();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("outcome", ruling.outcome().word());
    detail.put("effects", ruling.effects().stream().sorted().map(Word::word).toList());
    ruling.amount().ifPresent(amount -> detail.put("amount", amount.toString()));
    detail.put("instead", file.standing().outcome().word());
    detail.put("insteadBy", file.standing().by().word());
    detail.put("decision", file.standing().decision());
    List<String> underWay = ClaimMoney.idsUnderWay(records, known.claim());
    if (!ruling.outcome().mayPay() && !underWay.isEmpty()) {
      detail.put("refundsUnderWay", underWay);
    }
    return detail;
  }
}
