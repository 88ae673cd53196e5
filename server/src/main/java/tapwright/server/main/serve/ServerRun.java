package tapwright.server.main.serve;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tapwright.core.policy.library.Packs;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.DatabaseLock;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.settings.FrontChoice;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;

/** A server as a process: it says that it is ready, and stops when it is told to. */
final class ServerRun {

  private final CommandSpec spec;
  private final CommandOutput output;

  ServerRun(CommandSpec spec, CommandOutput output) {
    this.spec = spec;
    this.output = output;
  }

  /** Runs until SIGTERM; answers the exit code. */
  int until(Settings settings, Packs packs) {
    Installation installation = Installation.open(settings);
    // One process owns an embedded record; many may share another.
    DatabaseLock lock =
        DatabaseLock.takeIfEmbedded(installation.database(), "stop it, or name another with --db");
    RunningServer server =
        RunningServer.start(installation, packs, address(settings), conduct(settings));
    Stop stop = new Stop(server, lock::close);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
    StopSignal signal = StopSignal.heard();
    sayReady(server, installation);
    signal.await();
    stop.run();
    return CommandOutput.DONE;
  }

  private static RunningServer.Address address(Settings settings) {
    return new RunningServer.Address(
        settings.get(ServerSettings.HOST),
        settings.get(ServerSettings.PORT),
        settings.find(ServerSettings.PUBLIC_URL));
  }

  private static RunningServer.Conduct conduct(Settings settings) {
    return new RunningServer.Conduct(
        settings.get(ServerSettings.WHEN_STORE_AWAY),
        new Retention(settings).limits(),
        watched(settings),
        FrontChoice.of(settings),
        Business.of(settings));
  }

  private static Watching.Wish watched(Settings settings) {
    return new Watching.Wish(
        settings
            .find(ServerSettings.METRICS_PORT)
            .map(port -> new Watching.Place(settings.get(ServerSettings.METRICS_HOST), port)),
        Duration.ofSeconds(settings.get(ServerSettings.STOP_DELAY)));
  }

  private void sayReady(RunningServer server, Installation installation) {
    if (output.isJson()) {
      Map<String, Object> ready = new LinkedHashMap<>();
      ready.put("url", server.url().toString());
      ready.put("port", server.url().getPort());
      ready.put("transport", server.transport());
      ready.put("db", installation.shown());
      server.figures().ifPresent(figures -> ready.put("metrics", figures.toString()));
      server.redirectPort().ifPresent(port -> ready.put("redirectPort", port));
      output.json(spec, ready);
    } else {
      output.lines(
          spec,
          List.of(
              "server ready at "
                  + server.url()
                  + server.figures().map(", figures at %s"::formatted).orElse("")
                  + ", record in "
                  + installation.shown()));
    }
  }
}
