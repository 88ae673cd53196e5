package tapwright.server.front;

import java.time.Duration;
import java.util.Optional;
import tapwright.server.front.tls.TlsFiles;

/**
 * How a server is met.
 *
 * @param tls the certificate; absent where it speaks plain HTTP
 * @param redirectPort where plain HTTP is sent on to TLS; absent where nobody listens for it
 */
public record FrontSettings(
    FrontLimits limits,
    Optional<TlsFiles> tls,
    Optional<Integer> redirectPort,
    TrustedProxies proxies) {

  /** Plain HTTP to whoever asks, within the limits that are usual. */
  public static final FrontSettings PLAIN =
      new FrontSettings(
          new FrontLimits(
              10_000, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(75)),
          Optional.empty(),
          Optional.empty(),
          TrustedProxies.NONE);
}
