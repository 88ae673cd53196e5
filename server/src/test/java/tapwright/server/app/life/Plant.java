package tapwright.server.app.life;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Hold;
import tapwright.core.money.OrderMoney;
import tapwright.core.money.Refund;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.card.Cards;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.ClaimTasks;
import tapwright.server.record.money.MoneyBooks;
import tapwright.server.record.order.IdempotencyKeys;

/** A fault that is planted between the use cases and the record, to see whether it is found. */
enum Plant {
  NONE,
  /** A card that is held for two reasons is free once one of them is gone. */
  RESUME_FORGETS_THE_OTHER_REASON,
  /** Links of a card do not lead to the one that took its place. */
  OLD_SLUG_STAYS,
  /** What the provider has not done yet may go back a second time. */
  RESERVE_IGNORES_WHAT_IS_PENDING,
  /** Whoever asks twice with one key is served twice. */
  KEYS_ARE_FORGOTTEN,
  /** A card that is stopped for good leads on. */
  REVOKED_CARD_LEADS,
  /** A task that was done is open again when more becomes of its claim. */
  TASK_IS_NEVER_ENDED;

  Records inWorks(Records records) {
    return switch (this) {
      case NONE, OLD_SLUG_STAYS, REVOKED_CARD_LEADS -> records;
      case RESUME_FORGETS_THE_OTHER_REASON ->
          with(records, "cards", Cards.class, Plant::forgetHolds);
      case RESERVE_IGNORES_WHAT_IS_PENDING ->
          with(records, "money", MoneyBooks.class, Plant::ignorePending);
      case KEYS_ARE_FORGOTTEN -> with(records, "keys", IdempotencyKeys.class, Plant::forgetKeys);
      case TASK_IS_NEVER_ENDED -> with(records, "claimTasks", ClaimTasks.class, Plant::endNothing);
    };
  }

  Records inHits(Records records) {
    return switch (this) {
      case OLD_SLUG_STAYS -> with(records, "cards", Cards.class, Plant::neverInUse);
      case REVOKED_CARD_LEADS -> with(records, "cards", Cards.class, Plant::neverRevoked);
      case NONE,
          RESUME_FORGETS_THE_OTHER_REASON,
          RESERVE_IGNORES_WHAT_IS_PENDING,
          KEYS_ARE_FORGOTTEN,
          TASK_IS_NEVER_ENDED ->
          records;
    };
  }

  /** A call that goes through something that is not as it should be. */
  private record Call(Object target, Method method, List<@Nullable Object> values) {

    @Nullable Object pass() throws Throwable {
      return pass(values.toArray());
    }

    @Nullable Object pass(@Nullable Object... others) throws Throwable {
      try {
        return method.invoke(target, others);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  @FunctionalInterface
  private interface Between {
    @Nullable Object on(Call call) throws Throwable;
  }

  private static <T> Records with(Records records, String part, Class<T> type, Between between) {
    return (Records)
        proxy(
            Records.class,
            (self, method, values) -> {
              Object found = new Call(records, method, given(values)).pass();
              return found != null && method.getName().equals(part)
                  ? between(found, type, between)
                  : found;
            });
  }

  private static Object between(Object found, Class<?> type, Between between) {
    return proxy(
        type, (self, method, values) -> between.on(new Call(found, method, given(values))));
  }

  /** Nothing is given as null. */
  private static List<@Nullable Object> given(Object @Nullable [] values) {
    return values == null ? List.of() : Arrays.asList(values);
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static @Nullable Object forgetHolds(Call call) throws Throwable {
    return call.method().getName().equals("change")
            && call.values().get(0) instanceof Card card
            && call.values().get(1) instanceof CardHistory entry
            && entry.kind().equals("released")
        ? call.pass(as(card, card.status().state(), Set.of()), entry)
        : call.pass();
  }

  private static Card as(Card card, CardState state, Set<Hold> holds) {
    CardStatus status = card.status();
    return new Card(
        card.id(),
        card.seller(),
        card.slug(),
        card.orderId(),
        card.placementId(),
        new CardStatus(state, status.shipping(), status.tier(), holds, status.marks()),
        card.version(),
        card.target(),
        card.counting(),
        card.chip(),
        card.contentMatchesOrder(),
        card.succession(),
        card.expiresAt(),
        card.createdAt());
  }

  private static @Nullable Object neverInUse(Call call) throws Throwable {
    Object seen = call.pass();
    return seen instanceof Optional<?> found
            && call.method().getName().equals("byId")
            && found.orElse(null) instanceof Card card
        ? Optional.of(as(card, CardState.ISSUED, card.status().holds()))
        : seen;
  }

  private static @Nullable Object neverRevoked(Call call) throws Throwable {
    Object seen = call.pass();
    return call.method().getName().equals("bySlugs") && seen instanceof Map<?, ?> found
        ? found.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> alive((Card) entry.getValue())))
        : seen;
  }

  private static Card alive(Card card) {
    return card.status().state() == CardState.REVOKED ? as(card, CardState.ACTIVE, Set.of()) : card;
  }

  private static @Nullable Object ignorePending(Call call) throws Throwable {
    Object seen = call.pass();
    return seen instanceof OrderMoney money
        ? OrderMoney.of(
            money.captures().values(),
            changed(money.refunds().values(), Plant::withoutPending),
            money.disputes().values())
        : seen;
  }

  private static <T> List<T> changed(Iterable<T> values, UnaryOperator<T> change) {
    List<T> all = new ArrayList<>();
    values.forEach(value -> all.add(change.apply(value)));
    return all;
  }

  private static Refund withoutPending(Refund refund) {
    return refund.state() == RefundState.PENDING
        ? new Refund(
            refund.id(), refund.line(), new Money(0, refund.amount().currency()), refund.state())
        : refund;
  }

  private static @Nullable Object forgetKeys(Call call) throws Throwable {
    return switch (call.method().getName()) {
      case "find" -> Optional.empty();
      case "add" -> null;
      default -> call.pass();
    };
  }

  private static @Nullable Object endNothing(Call call) throws Throwable {
    return call.method().getName().equals("end")
            && call.values().get(0) instanceof ClaimTask task
            && task.ended().orElseThrow().done()
        ? null
        : call.pass();
  }
}
