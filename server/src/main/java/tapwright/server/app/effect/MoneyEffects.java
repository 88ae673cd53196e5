package tapwright.server.app.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tapwright.core.Refusal;
import tapwright.core.claim.Grant;
import tapwright.core.money.Capture;
import tapwright.core.money.MoneyRefusal;
import tapwright.core.money.OrderMoney;
import tapwright.core.policy.Money;
import tapwright.server.app.Answer;
import tapwright.server.app.IdSource;
import tapwright.server.app.claim.ClaimMoney;
import tapwright.server.app.money.ReserveRefunds;
import tapwright.server.record.money.StoredRefund;

/**
 * Reserves the money that a claim grants. What counts is the claim and not the click: refunds that
 * name it, whoever made them, are taken off, so that it is paid once for ever. What may have gone
 * by another way is for a person who says so.
 */
final class MoneyEffects {

  private final ReserveRefunds reserve;
  private final IdSource ids;

  /**
   * Reserving.
   *
   * @param ids gives each refund its key
   */
  MoneyEffects(ReserveRefunds reserve, IdSource ids) {
    this.reserve = reserve;
    this.ids = ids;
  }

  Answer<Carried> refund(Work work) {
    List<StoredRefund> all = ClaimMoney.refunds(work.records(), work.claim());
    Optional<StoredRefund> failed = all.stream().filter(one -> !ClaimMoney.counts(one)).findFirst();
    if (work.hand().isServer() && failed.isPresent()) {
      return Answer.refused(
          EffectRefusal.REFUND_NOT_MADE.with(
              "refund", failed.get().id(), "state", failed.get().refund().state().word()));
    }
    List<StoredRefund> counted = all.stream().filter(ClaimMoney::counts).toList();
    return ClaimMoney.isPaid(work.records(), work.claim())
        ? Work.done(ClaimMoney.reference(counted))
        : owed(work, counted);
  }

  private Answer<Carried> owed(Work work, List<StoredRefund> counted) {
    return switch (work.task().standing().grant()) {
      case Grant.UpTo(Money amount) -> rest(work, amount, ClaimMoney.sum(counted));
      case Grant.Whole _ -> whole(work, counted);
      case Grant.Unsaid _, Grant.Nothing _ ->
          Answer.refused(
              EffectRefusal.AMOUNT_UNSAID.with("outcome", work.task().standing().outcome().word()));
    };
  }

  private Answer<Carried> rest(Work work, Money granted, long counted) {
    Optional<String> other =
        money(work).currency().filter(currency -> !currency.equals(granted.currency()));
    if (other.isPresent()) {
      return Answer.refused(
          MoneyRefusal.CURRENCY_DIFFERS.with("amount", granted, "allowed", other.get()));
    }
    Money owed = granted.lessAtMost(new Money(counted, granted.currency()));
    return owed.minorUnits() == 0
        ? Answer.done(new Carried.Paying(List.of()))
        : lines(work, lines -> reserve(work, parts(work, lines, owed)));
  }

  /** Each line gives what is left of it; the last one also what is not, and is refused then. */
  private List<ReserveRefunds.Part> parts(Work work, List<String> lines, Money owed) {
    OrderMoney money = money(work);
    List<ReserveRefunds.Part> parts = new ArrayList<>();
    Money rest = owed;
    for (String line : lines.subList(0, lines.size() - 1)) {
      Money part = atMost(rest, line, money);
      rest = rest.lessAtMost(part);
      add(parts, line, part);
    }
    add(parts, lines.getLast(), rest);
    return parts;
  }

  private static Money atMost(Money rest, String line, OrderMoney money) {
    return money.captures().values().stream()
        .filter(capture -> capture.line().equals(line))
        .filter(capture -> capture.amount().currency().equals(rest.currency()))
        .findFirst()
        .map(capture -> Math.min(rest.minorUnits(), money.refundable(capture)))
        .map(part -> new Money(part, rest.currency()))
        .orElse(rest);
  }

  private Answer<Carried> whole(Work work, List<StoredRefund> counted) {
    return lines(
        work,
        lines -> {
          OrderMoney money = money(work);
          List<ReserveRefunds.Part> parts = new ArrayList<>();
          money.captures().values().stream()
              .filter(capture -> lines.contains(capture.line()))
              .forEach(capture -> add(parts, capture.line(), unpaid(money, capture)));
          return parts.isEmpty() ? nothingLeft(work, lines, counted) : reserve(work, parts);
        });
  }

  /** What is left of the line, whoever gave back of it before; what is disputed is refused. */
  private static Money unpaid(OrderMoney money, Capture capture) {
    return new Money(money.ofLine(capture.line()).rest(), capture.amount().currency());
  }

  private static Answer<Carried> nothingLeft(
      Work work, List<String> lines, List<StoredRefund> counted) {
    return counted.stream().anyMatch(one -> one.refund().state().isReserving())
        ? Answer.done(new Carried.Paying(List.of()))
        : Answer.refused(
            EffectRefusal.NOTHING_LEFT.with(
                "lines", String.join(", ", lines), "order", work.order().number()));
  }

  private void add(List<ReserveRefunds.Part> parts, String line, Money amount) {
    if (amount.minorUnits() > 0) {
      parts.add(new ReserveRefunds.Part(ids.next(), line, amount));
    }
  }

  /** The lines that were named; the only one, where none was. */
  private static Answer<Carried> lines(Work work, Function<List<String>, Answer<Carried>> act) {
    List<String> captured = List.copyOf(money(work).captures().keySet());
    List<String> named = work.wish().lines().stream().distinct().toList();
    if (captured.isEmpty()) {
      return Answer.refused(EffectRefusal.NOTHING_CAPTURED.with("order", work.order().number()));
    }
    if (named.isEmpty() && captured.size() > 1) {
      return Answer.refused(
          EffectRefusal.LINE_NEEDED.with(
              "order", work.order().number(), "allowed", String.join(", ", captured)));
    }
    return named.stream()
        .filter(line -> !captured.contains(line))
        .findFirst()
        .map(line -> Answer.<Carried>refused(MoneyRefusal.LINE_UNKNOWN.with("line", line)))
        .orElseGet(() -> act.apply(named.isEmpty() ? captured : named));
  }

  private static OrderMoney money(Work work) {
    return work.records().money().of(ClaimMoney.order(work.claim()));
  }

  private Answer<Carried> reserve(Work work, List<ReserveRefunds.Part> parts) {
    ReserveRefunds.Wish wish =
        new ReserveRefunds.Wish(
            work.onMoney(),
            work.hand().role(),
            work.claim().id(),
            Optional.empty(),
            work.wish().besides());
    return switch (reserve.reserve(work.records(), work.order(), wish, parts)) {
      case Answer.Refused<List<StoredRefund>>(Refusal refusal, var _) -> Answer.refused(refusal);
      case Answer.Done<List<StoredRefund>>(List<StoredRefund> made) ->
          Answer.done(new Carried.Paying(made));
    };
  }
}
