package tapwright.agent.main.station;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.station.server.ServerAddress;
import tapwright.agent.station.server.ServerReply;
import tapwright.agent.station.server.StationEntrance;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.wire.EnrolReply;

/** Exchanges a code for this station's token. */
@Command(
    name = "enrol",
    mixinStandardHelpOptions = true,
    description =
        "Exchanges a code, which 'token enrol' makes at the server, for this station's" + " token.")
final class StationEnrolCommand implements Callable<Integer> {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  @Spec private CommandSpec spec;
  @ParentCommand private StationCommand station;

  @Parameters(paramLabel = "CODE", description = "The code, as it was told.")
  private String code;

  @Option(names = "--server", required = true, paramLabel = "URL", description = "The server.")
  private String server;

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description = "A new file for the token, which its owner alone may read.")
  private Path tokenFile;

  @Option(names = "--json", description = "Print the result as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    return switch (ServerAddress.of("--server", server)) {
      case Checked.Refused<ServerAddress>(Refusal refusal) -> throw usage(refusal.message());
      case Checked.Passed<ServerAddress>(ServerAddress address) -> enter(address);
    };
  }

  private int enter(ServerAddress address) throws IOException {
    TokenFile file;
    try {
      file = TokenFile.create(tokenFile);
    } catch (FileAlreadyExistsException e) {
      station.console().note("tapwright: " + tokenFile + " exists already; name another file");
      return Console.NO;
    } catch (IOException e) {
      throw usage("cannot write --token-file " + FileProblem.of(tokenFile, e));
    }
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build()) {
      return told(new StationEntrance(http, address).enter(code), file);
    }
  }

  private int told(ServerReply<EnrolReply> reply, TokenFile file) throws IOException {
    return switch (reply) {
      case ServerReply.Answer<EnrolReply>(EnrolReply entered) -> {
        file.write(entered.token());
        yield done(entered);
      }
      case ServerReply.Rejected<EnrolReply>(int status, String problem) -> {
        file.remove();
        station.console().note("tapwright: the server says: " + problem);
        yield Console.NO;
      }
      case ServerReply.Away<EnrolReply>(String why) -> {
        file.remove();
        yield station.console().failed(why + "; if it did get the code, ask for a new one");
      }
    };
  }

  private int done(EnrolReply entered) {
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("station", entered.name());
      result.put("tokenFile", tokenFile.toString());
      result.put("expiresAt", entered.expiresAt());
      station.console().json(result);
    } else {
      station
          .console()
          .line(
              "station %s may work until %s; its token is in %s"
                  .formatted(entered.name(), entered.expiresAt(), tokenFile));
    }
    return Console.DONE;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
