package tapwright.server.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.Tier;
import tapwright.core.plan.Offer;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Plan;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;

/** A plan as it is sold, in a body; a set-up fee and a tier that are left out are none and paid. */
record OfferJson(
    String plan,
    @Nullable String level,
    int months,
    String price,
    @Nullable String setUpFee,
    @Nullable String tier) {

  static OfferJson of(Offer offer) {
    return new OfferJson(
        offer.plan(),
        offer.level().map(Word::word).orElse(null),
        offer.months(),
        offer.price().toString(),
        offer.setUpFee().toString(),
        CardJson.word(offer.tier()));
  }

  Offer toOffer() {
    Money each = money("/offer/price", price);
    Money once =
        setUpFee == null ? new Money(0, each.currency()) : money("/offer/setUpFee", setUpFee);
    if (each.minorUnits() == 0) {
      throw wrong("/offer/price", price, "more than nothing");
    }
    if (!once.currency().equals(each.currency())) {
      throw wrong("/offer/setUpFee", once.toString(), "an amount in " + each.currency());
    }
    return new Offer(
        plan,
        Optional.ofNullable(level).map(word -> Word.of(Plan.values(), word)),
        months,
        each,
        once,
        tier == null ? Tier.PAID : CardJson.read(Tier.class, tier));
  }

  private static Money money(String field, String text) {
    return Money.parse(text)
        .orElseThrow(() -> wrong(field, text, "an amount and a currency as 49.00 INR"));
  }

  static Unreadable wrong(String field, String seen, String allowed) {
    return new Unreadable(new FieldError(0, field, Shown.of(seen), allowed));
  }
}
