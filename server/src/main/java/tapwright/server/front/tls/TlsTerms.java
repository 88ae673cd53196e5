package tapwright.server.front.tls;

import io.vertx.core.net.ServerSSLOptions;
import java.util.List;
import java.util.Set;

/** What a client must be able to for a connection: as RFC 9325 sections 3.1.1 and 4.2 advise. */
public final class TlsTerms {

  private static final Set<String> VERSIONS = Set.of("TLSv1.2", "TLSv1.3");

  /** Each gives forward secrecy and checks what it deciphers; the first three are TLS 1.3's. */
  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private TlsTerms() {}

  /** The terms for who shows this pair. */
  public static ServerSSLOptions with(TlsPair pair) {
    ServerSSLOptions options =
        new ServerSSLOptions()
            .setKeyCertOptions(pair.options())
            .setEnabledSecureTransportProtocols(VERSIONS);
    SUITES.forEach(options::addEnabledCipherSuite);
    return options;
  }
}
