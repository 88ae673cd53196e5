package tapwright.server.main.serve;

import java.time.Duration;
import java.util.Set;
import tapwright.server.app.claim.ClaimTerms;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;

/**
 * How a server deals with the people and programs that its sellers deal with.
 *
 * @param claims how claims are run
 * @param deletion how long the deletion of a person's data waits for its confirmation
 * @param payments who holds the customers' payments
 * @param outward what it lets out, and to how many who ask
 */
record Business(ClaimTerms claims, Duration deletion, PaymentsDoor.Wish payments, Outward outward) {

  private static final int KIBIBYTE = 1_024;

  /** As a server does that nobody told anything. */
  static final Business USUAL =
      new Business(
          ClaimTerms.USUAL, Duration.ofMinutes(30), PaymentsDoor.Wish.PLAIN, Outward.USUAL);

  /** The same, letting out something else. */
  Business with(Outward other) {
    return new Business(claims, deletion, payments, other);
  }

  /** The same, with payments held by somebody else. */
  Business with(PaymentsDoor.Wish other) {
    return new Business(claims, deletion, other, outward);
  }

  static Business of(Settings settings) {
    return new Business(
        claims(settings),
        Duration.ofMinutes(settings.get(ServerSettings.DELETION_MINUTES)),
        PaymentsDoor.Wish.of(settings),
        Outward.of(settings));
  }

  private static ClaimTerms claims(Settings settings) {
    return new ClaimTerms(
        Duration.ofHours(settings.get(ServerSettings.DEADLINE_WARNING)),
        Duration.ofDays(settings.get(ServerSettings.RMA_DAYS)),
        settings.get(ServerSettings.EVIDENCE_SIZE) * KIBIBYTE,
        settings.find(ServerSettings.CARRIES_OUT).orElse(Set.of()));
  }
}
