package tapwright.server.http;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.plan.Terms;
import tapwright.server.app.subscription.StartRequest;

/** The body of a request to begin a subscription; windows that are left out are a week. */
record SubscriptionRequest(
    @Nullable String account,
    @Nullable String order,
    OfferJson offer,
    TermsJson terms,
    @Nullable String cause) {

  private static final int USUAL_DAYS = 7;

  /** How it is kept. */
  record TermsJson(
      String zone,
      @Nullable Integer withdrawalDays,
      @Nullable Integer graceDays,
      @Nullable Integer remindDays) {

    static TermsJson of(Terms terms) {
      return new TermsJson(
          terms.zone().getId(), terms.withdrawalDays(), terms.graceDays(), terms.remindDays());
    }

    Terms toTerms() {
      return new Terms(named(), days(withdrawalDays), days(graceDays), days(remindDays));
    }

    private ZoneId named() {
      if (!ZoneId.getAvailableZoneIds().contains(zone)) {
        throw OfferJson.wrong("/terms/zone", zone, "the name of a time zone as Asia/Kolkata");
      }
      return ZoneId.of(zone);
    }

    private static int days(@Nullable Integer days) {
      return Optional.ofNullable(days).orElse(USUAL_DAYS);
    }
  }

  StartRequest toRequest() {
    String ofAccount = Optional.ofNullable(account).orElse("").strip();
    String ofOrder = Optional.ofNullable(order).orElse("").strip();
    if (ofAccount.isEmpty() == ofOrder.isEmpty()) {
      throw OfferJson.wrong(
          "/account", ofAccount.isEmpty() ? "nothing" : "beside order", "either account or order");
    }
    if (ofAccount.contains("@")) {
      throw OfferJson.wrong("/account", ofAccount, "a key without @: it is kept in clear");
    }
    return new StartRequest(
        ofAccount,
        ofOrder,
        offer.toOffer(),
        terms.toTerms(),
        Optional.ofNullable(cause).orElse(""));
  }
}
