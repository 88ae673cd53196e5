package tapwright.server.main.settings;

import java.time.Duration;
import java.util.List;
import tapwright.server.front.FrontLimits;
import tapwright.server.front.FrontSettings;
import tapwright.server.front.TrustedProxies;
import tapwright.server.front.tls.TlsFiles;

/** What the settings say of how a server is met. */
public final class FrontChoice {

  private FrontChoice() {}

  public static FrontSettings of(Settings settings) {
    return new FrontSettings(
        limits(settings),
        settings
            .find(ServerSettings.TLS_CERTIFICATE)
            .flatMap(
                file -> settings.find(ServerSettings.TLS_KEY).map(key -> new TlsFiles(file, key))),
        settings.find(ServerSettings.REDIRECT_PORT),
        new TrustedProxies(settings.find(ServerSettings.TRUSTED_PROXIES).orElse(List.of())));
  }

  private static FrontLimits limits(Settings settings) {
    return new FrontLimits(
        settings.get(ServerSettings.MAX_CONNECTIONS),
        seconds(settings, ServerSettings.HEAD_SECONDS),
        seconds(settings, ServerSettings.BODY_SECONDS),
        seconds(settings, ServerSettings.REQUEST_SECONDS));
  }

  private static Duration seconds(Settings settings, Setting<Integer> setting) {
    return Duration.ofSeconds(settings.get(setting));
  }
}
