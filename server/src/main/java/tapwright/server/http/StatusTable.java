package tapwright.server.http;

import java.util.HashMap;
import java.util.Map;
import tapwright.core.RefusalCode;
import tapwright.core.card.CardRefusal;
import tapwright.core.claim.ClaimRefusal;
import tapwright.core.money.MoneyRefusal;
import tapwright.core.plan.PlanRefusal;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.access.AccessRefusal;
import tapwright.server.app.account.AccountRefusal;
import tapwright.server.app.claim.ClaimWorkRefusal;
import tapwright.server.app.effect.EffectRefusal;
import tapwright.server.app.holder.HolderRefusal;
import tapwright.server.app.hook.HookRefusal;
import tapwright.server.app.money.PaymentRefusal;
import tapwright.server.app.provider.ProviderRefusal;
import tapwright.server.app.subscription.SubscriptionRefusal;

/** Which HTTP status says which refusal (RFC 9110 section 15). */
public final class StatusTable {

  private static final int UNPROCESSABLE = 422;

  private static final Map<RefusalCode, Integer> STATUS = statuses();

  private StatusTable() {}

  /** The status; 422 where none says it better. */
  public static int of(RefusalCode code) {
    return STATUS.getOrDefault(code, UNPROCESSABLE);
  }

  private static Map<RefusalCode, Integer> statuses() {
    Map<RefusalCode, Integer> statuses = new HashMap<>();
    statuses.put(HttpRefusal.REQUEST_INVALID, 400);
    statuses.put(HttpRefusal.TOKEN_MISSING, 401);
    statuses.put(HttpRefusal.SCHEME_REFUSED, 401);
    statuses.put(HttpRefusal.TOKEN_REFUSED, 401);
    statuses.put(HttpRefusal.SESSION_REFUSED, 401);
    statuses.put(AccountRefusal.SIGN_IN_REFUSED, 401);
    statuses.put(HttpRefusal.ORIGIN_REFUSED, 403);
    statuses.put(HttpRefusal.MARK_REFUSED, 403);
    statuses.put(AccessRefusal.TOKEN_EXPIRED, 401);
    statuses.put(AccessRefusal.TOKEN_REVOKED, 401);
    statuses.put(HttpRefusal.ROLE_REFUSED, 403);
    statuses.put(AccessRefusal.CODE_REFUSED, 403);
    statuses.put(AccessRefusal.STATION_UNKNOWN, 404);
    statuses.put(AccessRefusal.TRIES_LIMITED, 429);
    // A status that stations of every version wait at, since other refusals end their work.
    statuses.put(AppRefusal.LEASES_OPEN, 429);
    statuses.put(HttpRefusal.ROUTE_UNKNOWN, 404);
    statuses.put(AppRefusal.CARD_UNKNOWN, 404);
    statuses.put(AppRefusal.JOB_UNKNOWN, 404);
    statuses.put(AppRefusal.CLAIM_UNKNOWN, 404);
    statuses.put(AppRefusal.HOLDER_UNKNOWN, 404);
    statuses.put(HolderRefusal.DELETION_NOT_ASKED, 409);
    statuses.put(HolderRefusal.DELETION_ENDED, 409);
    statuses.put(HolderRefusal.DELETION_CODE, 409);
    statuses.put(HolderRefusal.DELETION_STANDS_OPEN, 409);
    statuses.put(AppRefusal.HOLDERS_PENDING, 503);
    statuses.put(HookRefusal.WEBHOOK_UNKNOWN, 404);
    statuses.put(HookRefusal.DELIVERY_UNKNOWN, 404);
    statuses.put(HookRefusal.WEBHOOK_CHANGED, 409);
    statuses.put(HookRefusal.DELIVERY_WAITING, 409);
    statuses.put(HookRefusal.COUNT, 409);
    statuses.put(HttpRefusal.RATE_EXCEEDED, 429);
    statuses.put(HttpRefusal.METHOD_NOT_ALLOWED, 405);
    for (CardRefusal refusal : CardRefusal.values()) {
      statuses.put(refusal, 409);
    }
    statuses.put(AppRefusal.CARD_CHANGED, 409);
    for (ClaimRefusal refusal : ClaimRefusal.values()) {
      statuses.put(refusal, 409);
    }
    statuses.put(ClaimRefusal.OUTCOME_OPEN, UNPROCESSABLE);
    statuses.put(ClaimRefusal.AMOUNT_UNPAID, UNPROCESSABLE);
    statuses.put(ClaimRefusal.AMOUNT_ZERO, UNPROCESSABLE);
    statuses.put(ClaimRefusal.AMOUNT_CURRENCY, UNPROCESSABLE);
    statuses.put(ClaimWorkRefusal.VERSION_CHANGED, 409);
    statuses.put(ClaimWorkRefusal.TASK_SUPERVISOR, 403);
    statuses.put(ClaimWorkRefusal.TASKS_OPEN, 409);
    statuses.put(ClaimWorkRefusal.REFUND_UNDER_WAY, 409);
    statuses.put(ClaimWorkRefusal.HOLDER_GONE, 409);
    statuses.put(ClaimWorkRefusal.EVIDENCE_UNKNOWN, 404);
    statuses.put(ClaimWorkRefusal.TASK_UNKNOWN, 404);
    statuses.put(ClaimWorkRefusal.TASK_ENDED, 409);
    statuses.put(ClaimWorkRefusal.RMA_UNKNOWN, 404);
    statuses.put(ClaimWorkRefusal.RMA_OPEN, 409);
    for (EffectRefusal refusal : EffectRefusal.values()) {
      statuses.put(refusal, 409);
    }
    statuses.put(EffectRefusal.LINE_NEEDED, UNPROCESSABLE);
    statuses.put(AppRefusal.JOB_NOT_STOPPED, 409);
    statuses.put(AppRefusal.REWRITES_OPEN, 409);
    for (PlanRefusal refusal : PlanRefusal.values()) {
      statuses.put(refusal, 409);
    }
    statuses.put(SubscriptionRefusal.UNKNOWN, 404);
    statuses.put(AppRefusal.ORDER_UNKNOWN, 404);
    statuses.put(SubscriptionRefusal.CHARGE_UNKNOWN, 404);
    statuses.put(SubscriptionRefusal.ALIVE, 409);
    statuses.put(SubscriptionRefusal.VERSION, 409);
    statuses.put(SubscriptionRefusal.CHARGE_SETTLED, 409);
    statuses.put(PaymentRefusal.NOTICE_EARLY, 404);
    statuses.put(PaymentRefusal.SUPERVISOR_NEEDED, 403);
    statuses.put(PaymentRefusal.CLAIM_EXCEEDED, 403);
    statuses.put(PaymentRefusal.OWED_EXCEEDED, 403);
    statuses.put(PaymentRefusal.PAID_BY_HAND, 409);
    statuses.put(PaymentRefusal.PAID_BY_PLAN, 409);
    statuses.put(PaymentRefusal.PAID_BY_CLAIM, 403);
    statuses.put(PaymentRefusal.NOTICE_REFUSED, 403);
    statuses.put(PaymentRefusal.NOTICE_UNREADABLE, 400);
    statuses.put(PaymentRefusal.PAYMENT_TAKEN, 409);
    statuses.put(MoneyRefusal.LINE_CAPTURED, 409);
    statuses.put(MoneyRefusal.REFUND_EXCEEDS, 409);
    statuses.put(MoneyRefusal.MONEY_DISPUTED, 409);
    statuses.put(HttpRefusal.BODY_TOO_LARGE, 413);
    statuses.put(HttpRefusal.MEDIA_TYPE, 415);
    statuses.put(HttpRefusal.CONTENT_ENCODING, 415);
    statuses.put(AccountRefusal.SIGN_IN_BRAKED, 429);
    statuses.put(ProviderRefusal.PROVIDER_MISSING, 404);
    statuses.put(ProviderRefusal.STATE_REFUSED, 403);
    statuses.put(ProviderRefusal.DENIED, 403);
    statuses.put(ProviderRefusal.ANSWER_REFUSED, 403);
    statuses.put(ProviderRefusal.NOT_ADMITTED, 403);
    statuses.put(ProviderRefusal.ROLE_MISSING, 403);
    statuses.put(ProviderRefusal.NAME_MISSING, 403);
    statuses.put(ProviderRefusal.ACCOUNT_TAKEN, 409);
    statuses.put(ProviderRefusal.ACCOUNT_SHUT, 403);
    statuses.put(ProviderRefusal.PROVIDER_AWAY, 502);
    statuses.put(HttpRefusal.DEFECT, 500);
    statuses.put(AccountRefusal.SIGN_IN_BUSY, 503);
    statuses.put(HttpRefusal.OVERLOADED, 503);
    statuses.put(HttpRefusal.NOT_READY, 503);
    statuses.put(HttpRefusal.STORE_AWAY, 503);
    statuses.put(HttpRefusal.STORE_IN_DOUBT, 503);
    return statuses;
  }
}
