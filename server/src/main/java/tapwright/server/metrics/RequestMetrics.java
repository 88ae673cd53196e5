package tapwright.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;

/** How requests fare that are no hits: the API's and the pages'. */
public final class RequestMetrics {

  private static final double[] SECONDS = {0.001, 0.005, 0.025, 0.1, 0.5, 1, 2.5, 10};
  private static final double NANOS_A_SECOND = 1e9;

  private final Counter requests;
  private final Histogram seconds;

  /** Adds the figures to the page. */
  public RequestMetrics(MetricsPage page) {
    this.requests =
        Counter.builder()
            .name("tapwright_http_requests_total")
            .help("Requests that are no hits, by the route's pattern.")
            .labelNames("method", "route", "status")
            .register(page.registry());
    this.seconds =
        Histogram.builder()
            .name("tapwright_http_request_seconds")
            .help("From a request's head to the end of its answer.")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(page.registry());
  }

  /** Notes a request; what is named must be of few values. */
  public void note(String method, String route, int status, long nanos) {
    requests.labelValues(method, route, String.valueOf(status)).inc();
    seconds.observe(nanos / NANOS_A_SECOND);
  }
}
