package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.front.tls.TlsFiles;
import tapwright.server.front.tls.TlsPair;
import tapwright.server.front.tls.TlsRefusal;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.settings.FrontChoice;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;

/** Whether a server could be met: its certificate and its ports. */
final class FrontChecks {

  private static final String TLS = "tls";

  /** Who renews certificates renews them a month ahead; half of that is late. */
  private static final Duration SOON = Duration.ofDays(14);

  private FrontChecks() {}

  static List<Finding> of(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    FrontChoice.of(settings).tls().ifPresent(files -> findings.add(tls(files)));
    proxy(settings).ifPresent(findings::add);
    String host = settings.get(ServerSettings.HOST);
    findings.add(port(host, settings.get(ServerSettings.PORT)));
    settings.find(ServerSettings.REDIRECT_PORT).ifPresent(port -> findings.add(port(host, port)));
    settings
        .find(ServerSettings.METRICS_PORT)
        .ifPresent(port -> findings.add(port(settings.get(ServerSettings.METRICS_HOST), port)));
    return findings;
  }

  /** Behind a proxy that nobody named, all visitors are one, and one stranger's tries are all's. */
  private static Optional<Finding> proxy(Settings settings) {
    boolean isBehindOne =
        settings.find(ServerSettings.PUBLIC_URL).filter(FrontChecks::isHttps).isPresent()
            && FrontChoice.of(settings).tls().isEmpty();
    return isBehindOne && settings.find(ServerSettings.TRUSTED_PROXIES).isEmpty()
        ? Optional.of(
            new Finding(
                "proxy",
                Finding.Verdict.NO,
                "public-url is https and this server holds no certificate, so a proxy stands before"
                    + " it; name the proxy's address in trusted-proxies, else all visitors count as"
                    + " one and a stranger's wrong passwords lock everybody out"))
        : Optional.empty();
  }

  private static boolean isHttps(URI url) {
    return "https".equals(url.getScheme());
  }

  private static Finding tls(TlsFiles files) {
    Vertx vertx = Transport.vertx();
    try {
      return switch (TlsPair.read(vertx, files)) {
        case Answer.Refused<TlsPair> refused -> refused(refused.refusal());
        case Answer.Done<TlsPair> done -> expiry(done.value().expires());
      };
    } finally {
      Awaited.of(vertx.close());
    }
  }

  private static Finding refused(Refusal refusal) {
    return refusal.code() == TlsRefusal.UNREADABLE
        ? Finding.failed(TLS, refusal.message())
        : Finding.no(TLS, refusal);
  }

  private static Finding expiry(Instant end) {
    Instant now = Installation.CLOCK.instant();
    if (end.isBefore(now)) {
      return new Finding(TLS, Finding.Verdict.NO, "the certificate ended at " + end + "; renew it");
    }
    String said = "the certificate is the key's and good until " + end;
    return Finding.ok(TLS, end.isBefore(now.plus(SOON)) ? said + "; renew it soon" : said);
  }

  private static Finding port(String host, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return Finding.ok("port", host + " port " + socket.getLocalPort() + " is free");
    } catch (IOException e) {
      return Finding.failed(
          "port", host + " port " + port + " is not to be had: " + e.getMessage());
    }
  }
}
