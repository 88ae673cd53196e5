package tapwright.agent.main.station;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.station.journal.OwnerOnly;
import tapwright.agent.station.server.ServerAddress;
import tapwright.agent.station.server.StationAccess;
import tapwright.agent.station.server.StationToken;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** The options that say which server a station works for, and by what it comes in there. */
final class StationEntry {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  // Not required, since picocli would then ask for them beside those of subcommands as well.
  @Option(names = "--server", paramLabel = "URL", description = "The server; required.")
  private @Nullable String server;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with this station's token; required.")
  private @Nullable Path tokenFile;

  /** The server and the token, or the end of the command where one of them is none. */
  StationAccess access(Console console) {
    if (server == null || tokenFile == null) {
      throw usage(
          "--server and --token-file must both be there; 'station enrol' makes a token file");
    }
    String text = token(console, tokenFile);
    Checked<StationAccess> access =
        ServerAddress.of("--server", server)
            .then(
                address ->
                    StationToken.of("--token-file", text)
                        .map(token -> new StationAccess(address, token)));
    return switch (access) {
      case Checked.Passed<StationAccess>(StationAccess entry) -> entry;
      case Checked.Refused<StationAccess>(Refusal refusal) -> throw usage(refusal.message());
    };
  }

  static HttpClient http() {
    return HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  }

  private String token(Console console, Path file) {
    keepTokenFromOthers(console, file);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw usage("cannot read --token-file " + FileProblem.of(file, e));
    }
  }

  /** A file of somebody else's cannot be mended here; the station works with it all the same. */
  private static void keepTokenFromOthers(Console console, Path file) {
    try {
      if (OwnerOnly.mend(file)) {
        console.note(file + " could be read by others; it is its owner's alone from now on");
      }
    } catch (IOException e) {
      console.note(file + " can be read by others; run: chmod 600 " + file);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
