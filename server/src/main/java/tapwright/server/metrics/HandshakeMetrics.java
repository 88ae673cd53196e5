package tapwright.server.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import java.util.function.DoubleSupplier;

/** How TLS handshakes fare. */
public final class HandshakeMetrics {

  private HandshakeMetrics() {}

  /** Adds the figures to the page; both are asked whenever somebody asks for it. */
  public static void add(MetricsPage page, DoubleSupplier made, DoubleSupplier failed) {
    CounterWithCallback.builder()
        .name("tapwright_tls_handshakes_total")
        .help("TLS handshakes, by whether they were made.")
        .labelNames("result")
        .callback(
            counter -> {
              counter.call(made.getAsDouble(), "ok");
              counter.call(failed.getAsDouble(), "failed");
            })
        .register(page.registry());
  }
}
