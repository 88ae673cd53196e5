package tapwright.server.main.serve;

import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;

/**
 * What a server lets out, and to how many who ask.
 *
 * @param apiRate requests of the API that one caller may make in a minute
 * @param privateHooks whether webhooks may lead into the own network
 */
record Outward(int apiRate, boolean privateHooks) {

  /** As a server does that nobody told anything. */
  static final Outward USUAL = new Outward(6_000, false);

  static Outward of(Settings settings) {
    return new Outward(
        settings.get(ServerSettings.API_RATE), settings.get(ServerSettings.WEBHOOK_PRIVATE));
  }
}
