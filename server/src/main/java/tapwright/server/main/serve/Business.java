package tapwright.server.main.serve;

import java.time.Duration;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;

/**
 * How a server deals with the people and programs that its sellers deal with.
 *
 * @param deletion how long the deletion of a person's data waits for its confirmation
 * @param payments who holds the customers' payments
 * @param outward what it lets out, and to how many who ask
 */
record Business(Duration deletion, PaymentsDoor.Wish payments, Outward outward) {

  /** As a server does that nobody told anything. */
  static final Business USUAL =
      new Business(Duration.ofMinutes(30), PaymentsDoor.Wish.PLAIN, Outward.USUAL);

  /** The same, letting out something else. */
  Business with(Outward other) {
    return new Business(deletion, payments, other);
  }

  static Business of(Settings settings) {
    return new Business(
        Duration.ofMinutes(settings.get(ServerSettings.DELETION_MINUTES)),
        PaymentsDoor.Wish.of(settings),
        Outward.of(settings));
  }
}
