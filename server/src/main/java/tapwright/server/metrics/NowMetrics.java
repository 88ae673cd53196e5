package tapwright.server.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import java.util.function.DoubleSupplier;

/** Figures that are looked at when somebody asks for the page. */
public final class NowMetrics {

  private final MetricsPage page;

  public NowMetrics(MetricsPage page) {
    this.page = page;
  }

  /** Adds a figure; what it asks must answer at once. */
  public void add(String name, String help, DoubleSupplier figure) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call(figure.getAsDouble()))
        .register(page.registry());
  }

  /** Adds which program this is. */
  public void addProgram(String version, int schema) {
    Info.builder()
        .name("tapwright_program_info")
        .help("The program's version and the schema version that it works with.")
        .labelNames("version", "schema")
        .register(page.registry())
        .addLabelValues(version, String.valueOf(schema));
  }
}
