package tapwright.agent.main.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** The demo's server: a process of its own on an embedded database. */
final class LocalServer implements AutoCloseable {

  private static final long GRACE_SECONDS = 10;

  private final Process process;
  private final URI url;

  private LocalServer(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it and waits until it says that it is ready. */
  static LocalServer start(Launcher launcher, int port) {
    Process process = launcher.start("server", "--port", Integer.toString(port), "--json");
    try {
      BufferedReader lines = process.inputReader();
      String ready = lines.readLine();
      if (ready == null) {
        throw new DemoFault("the server ended before it was ready; what it said stands above");
      }
      return new LocalServer(
          process, URI.create(new ObjectMapper().readTree(ready).path("url").asText()));
    } catch (IOException e) {
      process.destroy();
      throw new DemoFault("the server did not say that it is ready: " + e.getMessage(), e);
    }
  }

  URI url() {
    return url;
  }

  long pid() {
    return process.pid();
  }

  /** Returns when the server has ended, by itself or by the user's Ctrl-C. */
  void awaitEnd() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to end and waits; it answers what it has accepted first. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
