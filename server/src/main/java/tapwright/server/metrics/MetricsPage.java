package tapwright.server.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** All figures of a server as Prometheus reads them, with those of its Java machine. */
public final class MetricsPage {

  /** Text format 0.0.4 (prometheus.io, "Exposition formats"). */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();

  private final PrometheusRegistry registry = new PrometheusRegistry();

  public MetricsPage() {
    JvmMetrics.builder().register(registry);
  }

  /** Where figures are added. */
  PrometheusRegistry registry() {
    return registry;
  }

  /** The page as it is now. */
  public byte[] bytes() {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      WRITER.write(page, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toByteArray();
  }
}
