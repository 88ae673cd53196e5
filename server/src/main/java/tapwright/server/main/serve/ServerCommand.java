package tapwright.server.main.serve;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.Refusal;
import tapwright.core.policy.library.Packs;
import tapwright.server.main.installation.DatabaseLock;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.TypedRecord;
import tapwright.server.main.policy.PolicyFolder;
import tapwright.server.main.policy.PolicyOutput;
import tapwright.server.store.RecordUrl;

/** Runs the server until it is told to stop. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    description = "Answers taps, takes orders and gives work to stations, until SIGTERM.")
public final class ServerCommand implements Callable<Integer> {

  private static final String DEFAULT_HOST = "127.0.0.1";
  private static final int MAX_PORT = 65_535;

  @Spec private CommandSpec spec;
  @Mixin private PolicyFolder policies;
  @Mixin private RetentionOptions retention;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = {
        "The record: jdbc:sqlite:FILE, or jdbc:postgresql://HOST/NAME for many servers;",
        "else what TAPWRIGHT_DB says, else tapwright.db in the state folder."
      })
  private @Nullable String db;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Where to listen; 0 for any free port; else ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = DEFAULT_HOST,
      description = "On which address to listen; else ${DEFAULT-VALUE}.")
  private String host = DEFAULT_HOST;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "What cards' links begin with; else the address that is listened on.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--when-store-away",
      paramLabel = "refuse|spool",
      defaultValue = "refuse",
      converter = HitPath.WhenStoreAway.Word.class,
      description =
          "While the record cannot be reached, answers hits 503 (refuse), or journals those of"
              + " known cards in the state folder, redirects, and puts them on record later"
              + " (spool); else ${DEFAULT-VALUE}.")
  private HitPath.WhenStoreAway whenStoreAway = HitPath.WhenStoreAway.REFUSE;

  @Option(names = "--json", description = "Says that it is ready as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    check();
    Packs.Addition read = policies.packs();
    if (!read.refusals().isEmpty()) {
      return refused(read.refusals());
    }
    List<Refusal> keeping = retention.refusals(read.packs());
    if (!keeping.isEmpty()) {
      return refusedKeeping(keeping);
    }
    Installation installation = Installation.open(Optional.ofNullable(db));
    Runnable freeing = lock(installation.database());
    RunningServer server =
        RunningServer.start(
            installation,
            read.packs(),
            new RunningServer.Address(host, port, Optional.ofNullable(publicUrl)),
            new RunningServer.Conduct(whenStoreAway, retention.limits()));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      server.close();
                      freeing.run();
                      stopped.countDown();
                    }));
    sayReady(server, installation);
    return waitFor(stopped);
  }

  /** One process owns an embedded record; many may share another. Answers how it is freed. */
  private static Runnable lock(RecordUrl database) {
    return switch (database.engine()) {
      case SQLITE ->
          DatabaseLock.take(database.file(), "stop it, or name another with --db")::close;
      case POSTGRESQL -> () -> {};
    };
  }

  /** A server with half of its policies would decide claims by the wrong ones. */
  private int refused(List<Refusal> refusals) {
    PrintWriter err = spec.commandLine().getErr();
    refusals.forEach(refusal -> err.println("tapwright: " + refusal.message()));
    err.flush();
    return PolicyOutput.NO;
  }

  /** What no policy has a say in is a mistake in the line that was typed. */
  private int refusedKeeping(List<Refusal> refusals) {
    if (retention.isOutOfBounds()) {
      throw new ParameterException(
          spec.commandLine(),
          refusals.stream().map(Refusal::message).collect(Collectors.joining("\n")));
    }
    return refused(refusals);
  }

  private void check() {
    TypedRecord.check(spec, db);
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port is " + port + ", allowed are 0 to " + MAX_PORT);
    }
    if (publicUrl != null && !isLink(publicUrl)) {
      throw new ParameterException(
          spec.commandLine(),
          "--public-url is "
              + publicUrl
              + ", allowed are https:// or http:// and a host, as https://cards.example.com");
    }
  }

  /** What a phone opens in its browser. */
  private static boolean isLink(URI url) {
    return url.getHost() != null
        && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
  }

  private void sayReady(RunningServer server, Installation installation) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? "{\"url\":\"%s\",\"port\":%d,\"transport\":\"%s\",\"db\":\"%s\"}"
                .formatted(
                    server.url(),
                    server.url().getPort(),
                    server.transport(),
                    installation.shown().replace("\\", "\\\\").replace("\"", "\\\""))
            : "server ready at " + server.url() + ", record in " + installation.shown());
    out.flush();
  }

  private static int waitFor(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
