package tapwright.server.main.serve;

import java.time.Duration;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;

/**
 * How a server deals with the people and programs that its sellers deal with.
 *
 * @param deletion how long the deletion of a person's data waits for its confirmation
 * @param payments who holds the customers' payments
 */
record Business(Duration deletion, PaymentsDoor.Wish payments) {

  /** As a server does that nobody told anything. */
  static final Business USUAL = new Business(Duration.ofMinutes(30), PaymentsDoor.Wish.PLAIN);

  static Business of(Settings settings) {
    return new Business(
        Duration.ofMinutes(settings.get(ServerSettings.DELETION_MINUTES)),
        PaymentsDoor.Wish.of(settings));
  }
}
