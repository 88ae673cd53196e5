package tapwright.server.main.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;

/** Settings that mean something only beside others. */
final class Companions {

  private Companions() {}

  /** What is set without that without which it does nothing. */
  static List<Refusal> missing(Settings settings) {
    List<Refusal> missing = new ArrayList<>();
    need(settings, ServerSettings.TLS_CERTIFICATE, ServerSettings.TLS_KEY).ifPresent(missing::add);
    need(settings, ServerSettings.TLS_KEY, ServerSettings.TLS_CERTIFICATE).ifPresent(missing::add);
    need(settings, ServerSettings.REDIRECT_PORT, ServerSettings.TLS_CERTIFICATE)
        .ifPresent(missing::add);
    if (settings.find(ServerSettings.REDIRECT_PORT).isPresent() && !isSecure(settings)) {
      missing.add(alone(settings, ServerSettings.REDIRECT_PORT, "a public-url with https://"));
    }
    need(settings, ServerSettings.PAYMENTS_URL, ServerSettings.PAYMENTS_KEY)
        .ifPresent(missing::add);
    need(settings, ServerSettings.PAYMENTS_KEY, ServerSettings.PAYMENTS_URL)
        .ifPresent(missing::add);
    missing.addAll(mail(settings));
    return missing;
  }

  private static List<Refusal> mail(Settings settings) {
    List<Refusal> wrong = new ArrayList<>();
    need(settings, ServerSettings.MAIL_SERVER, ServerSettings.MAIL_FROM).ifPresent(wrong::add);
    need(settings, ServerSettings.MAIL_USER, ServerSettings.MAIL_SERVER).ifPresent(wrong::add);
    need(settings, ServerSettings.MAIL_USER, ServerSettings.MAIL_PASSWORD).ifPresent(wrong::add);
    need(settings, ServerSettings.MAIL_PASSWORD, ServerSettings.MAIL_USER).ifPresent(wrong::add);
    return wrong;
  }

  private static boolean isSecure(Settings settings) {
    return settings
        .find(ServerSettings.PUBLIC_URL)
        .map(URI::getScheme)
        .filter("https"::equalsIgnoreCase)
        .isPresent();
  }

  private static Optional<Refusal> need(Settings settings, Setting<?> one, Setting<?> other) {
    return settings.find(one).isPresent() && settings.find(other).isEmpty()
        ? Optional.of(alone(settings, one, other.name()))
        : Optional.empty();
  }

  private static Refusal alone(Settings settings, Setting<?> one, String other) {
    return SettingsRefusal.ALONE.with("place", settings.placeOf(one), "other", other);
  }
}
