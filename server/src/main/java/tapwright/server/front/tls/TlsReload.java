package tapwright.server.front.tls;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.app.Answer;

/**
 * Takes a certificate anew when its files change, without a restart.
 *
 * <p>Files that are half written, or of which one is new and the other is not yet, are no pair:
 * then the one before stays until they are.
 */
public final class TlsReload {

  private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);

  /** Whoever renews a certificate sees it served before they have looked. */
  private static final long LOOK_MILLIS = 2_000;

  private final Vertx vertx;
  private final TlsFiles files;
  private Optional<TlsText> seen;

  /** To be made before the pair is read that is served first: what changes after that is new. */
  public TlsReload(Vertx vertx, TlsFiles files) {
    this.vertx = vertx;
    this.files = files;
    this.seen = text(files);
  }

  /** Looks again and again, as long as Vert.x runs. */
  public void start(HttpServer server) {
    vertx.setPeriodic(
        LOOK_MILLIS,
        timer -> vertx.executeBlocking(() -> text(files)).onSuccess(now -> look(server, now)));
  }

  private static Optional<TlsText> text(TlsFiles files) {
    return switch (TlsText.read(files)) {
      case Answer.Done<TlsText> done -> Optional.of(done.value());
      case Answer.Refused<TlsText> _ -> Optional.empty();
    };
  }

  /** What was looked at is not looked at again, so that it is said once what is wrong. */
  private void look(HttpServer server, Optional<TlsText> now) {
    if (!now.equals(seen)) {
      seen = now;
      take(
          server,
          now.map(text -> TlsPair.of(vertx, files, text))
              .orElseGet(() -> TlsPair.read(vertx, files)));
    }
  }

  private static void take(HttpServer server, Answer<TlsPair> changed) {
    switch (changed) {
      case Answer.Refused<TlsPair> refused ->
          LOG.warn("the certificate stays as it was: {}", refused.refusal().message());
      case Answer.Done<TlsPair> done ->
          server
              .updateSSLOptions(TlsTerms.with(done.value()))
              .onSuccess(taken -> LOG.info("a new certificate, until {}", done.value().expires()))
              .onFailure(e -> LOG.warn("the new certificate could not be taken", e));
    }
  }
}
