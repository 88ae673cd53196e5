package tapwright.server.main.serve;

import java.nio.file.Path;
import java.util.Optional;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;

/**
 * What a server lets out, and to how many who ask.
 *
 * @param apiRate requests of the API that one caller may make in a minute
 * @param privateHooks whether webhooks may lead into the own network
 * @param mailFrom who writes to customers; empty where nobody does
 * @param mailFolder where mails are laid; empty for the usual place
 */
record Outward(
    int apiRate, boolean privateHooks, Optional<String> mailFrom, Optional<Path> mailFolder) {

  /** As a server does that nobody told anything. */
  static final Outward USUAL = new Outward(6_000, false);

  /** Without mail. */
  Outward(int apiRate, boolean privateHooks) {
    this(apiRate, privateHooks, Optional.empty(), Optional.empty());
  }

  static Outward of(Settings settings) {
    return new Outward(
        settings.get(ServerSettings.API_RATE),
        settings.get(ServerSettings.WEBHOOK_PRIVATE),
        settings.find(ServerSettings.MAIL_FROM),
        settings.find(ServerSettings.MAIL_FOLDER));
  }
}
