package tapwright.server.main.serve;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.Refusal;
import tapwright.core.policy.library.Packs;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.policy.PolicyFolder;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.SettingOptions;
import tapwright.server.main.settings.Settings;
import tapwright.server.main.settings.SettingsReader;
import tapwright.server.main.settings.UnusableSettings;

/** Runs the server until it is told to stop, or says whether and how it would run. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    modelTransformer = SettingOptions.class,
    sortOptions = false,
    description = "Answers taps, takes orders and gives work to stations, until SIGTERM.")
public final class ServerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;

  @Option(
      names = "--check",
      description = "Says whether the server would start, and starts none: exit code 0, 1 or 3.")
  private boolean check;

  @Option(
      names = "--print-settings",
      description = "Prints what is in force and whence, and starts no server.")
  private boolean print;

  @Override
  public Integer call() {
    if (check) {
      return new ServerCheck(spec, output).run(sources());
    }
    Settings settings = settings();
    LogOutput.use(settings.get(ServerSettings.LOG), settings.get(ServerSettings.LOG_REQUESTS));
    return print ? InForce.print(spec, output, settings) : start(settings);
  }

  private SettingsReader.Sources sources() {
    return SettingsReader.Sources.ofThisProcess(
        SettingOptions.typed(spec.commandLine().getParseResult()));
  }

  /** What was typed wrongly is answered with what may be typed. */
  private Settings settings() {
    try {
      return SettingsReader.read(sources());
    } catch (UnusableSettings e) {
      if (e.isTyped()) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private int start(Settings settings) {
    Packs.Addition read = PolicyFolder.of(settings).packs();
    // A server with half of its policies would decide claims by the wrong ones.
    if (!read.refusals().isEmpty()) {
      return output.refused(spec, read.refusals());
    }
    Retention retention = new Retention(settings);
    List<Refusal> keeping = retention.refusals(read.packs());
    if (retention.contradicts()) {
      throw new ParameterException(
          spec.commandLine(),
          keeping.stream().map(Refusal::message).collect(Collectors.joining("\n")));
    }
    return keeping.isEmpty()
        ? new ServerRun(spec, output).until(settings, read.packs())
        : output.refused(spec, keeping);
  }
}
