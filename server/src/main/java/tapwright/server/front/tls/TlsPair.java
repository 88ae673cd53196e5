package tapwright.server.front.tls;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.X509KeyManager;
import tapwright.core.Bytes;
import tapwright.server.app.Answer;

/**
 * A certificate and the key that belongs to it, tried on each other.
 *
 * @param chain the server's own certificate first
 * @param options the two as Vert.x takes them
 */
public record TlsPair(List<X509Certificate> chain, KeyCertOptions options) {

  public TlsPair {
    chain = List.copyOf(chain);
  }

  /** The pair in the files as they are now, or why they hold none. */
  public static Answer<TlsPair> read(Vertx vertx, TlsFiles files) {
    return switch (TlsText.read(files)) {
      case Answer.Refused<TlsText> refused -> Answer.refused(refused.refusal());
      case Answer.Done<TlsText> done -> of(vertx, files, done.value());
    };
  }

  static Answer<TlsPair> of(Vertx vertx, TlsFiles files, TlsText text) {
    List<X509Certificate> chain = chain(text.certificate());
    if (chain.isEmpty()) {
      return Answer.refused(TlsRefusal.CERTIFICATE.with("file", files.certificate()));
    }
    KeyCertOptions options =
        new PemKeyCertOptions()
            .addCertValue(Buffer.buffer(text.certificate().toArray()))
            .addKeyValue(Buffer.buffer(text.key().toArray()));
    Optional<PrivateKey> key = key(vertx, options, chain.getFirst());
    if (key.isEmpty()) {
      return Answer.refused(TlsRefusal.KEY.with("file", files.key()));
    }
    return KeyProof.isPair(key.get(), chain.getFirst().getPublicKey())
        ? Answer.done(new TlsPair(chain, options))
        : Answer.refused(
            TlsRefusal.FOREIGN.with("file", files.key(), "certificate", files.certificate()));
  }

  private static List<X509Certificate> chain(Bytes pem) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.toArray()))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      return List.of();
    }
  }

  /** The key as the transport reads it, in whatever form it is written. */
  private static Optional<PrivateKey> key(
      Vertx vertx, KeyCertOptions options, X509Certificate certificate) {
    try {
      return Arrays.stream(options.getKeyManagerFactory(vertx).getKeyManagers())
          .filter(X509KeyManager.class::isInstance)
          .map(X509KeyManager.class::cast)
          .flatMap(keys -> keys(keys, certificate.getPublicKey().getAlgorithm()))
          .findFirst();
    } catch (Exception e) {
      // Vert.x declares nothing narrower; what is wrong with a key is shown to nobody.
      return Optional.empty();
    }
  }

  private static Stream<PrivateKey> keys(X509KeyManager keys, String algorithm) {
    return Stream.ofNullable(keys.getServerAliases(algorithm, null))
        .flatMap(Arrays::stream)
        .map(keys::getPrivateKey);
  }

  /** Until when phones take it: the first of its chain to end, ends it. */
  public Instant expires() {
    return chain.stream()
        .map(one -> one.getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
