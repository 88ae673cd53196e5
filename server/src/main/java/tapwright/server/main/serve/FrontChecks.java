package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    findings.add(port(settings, settings.get(ServerSettings.PORT)));
    settings
        .find(ServerSettings.REDIRECT_PORT)
        .ifPresent(port -> findings.add(port(settings, port)));
    return findings;
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

  private static Finding port(Settings settings, int port) {
    String host = settings.get(ServerSettings.HOST);
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return Finding.ok("port", host + " port " + socket.getLocalPort() + " is free");
    } catch (IOException e) {
      return Finding.failed(
          "port", host + " port " + port + " is not to be had: " + e.getMessage());
    }
  }
}
