package tapwright.server.main.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.serve.Transport;

/**
 * The transport and the router of the server with a handler that redirects and stores nothing,
 * until SIGTERM: what {@code bench taps} compares taps with.
 */
@Command(name = "bare", hidden = true, description = "Redirects and stores nothing.")
final class BenchBareCommand implements Callable<Integer> {

  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

  @Spec private CommandSpec spec;

  @Option(names = "--to", required = true, paramLabel = "URL", description = "Where it leads.")
  private String target = "";

  @Override
  public Integer call() throws InterruptedException {
    Vertx vertx = Transport.vertx();
    Router router = Router.router(vertx);
    router.route("/t/*").handler(routing -> redirect(routing.response()));
    int port = Transport.plain(vertx, router, "127.0.0.1", 0).actualPort();
    CountDownLatch stopped = new CountDownLatch(1);
    spec.commandLine().getOut().printf("{\"url\":\"http://127.0.0.1:%d\"}%n", port);
    spec.commandLine().getOut().flush();
    stopped.await();
    return CommandOutput.DONE;
  }

  private void redirect(HttpServerResponse response) {
    response
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, target)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .end();
  }
}
