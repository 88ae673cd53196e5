package tapwright.server.main.token;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.app.access.EnrolStations;
import tapwright.server.app.access.TokenTerms;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.access.Role;
import tapwright.server.security.DrawnSecrets;

/** Makes a code that a station exchanges for its token. */
@Command(
    name = "enrol",
    mixinStandardHelpOptions = true,
    description = "Makes a code that 'station enrol' exchanges for a station's token, once.")
final class TokenEnrolCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SellerRecord record;
  @Mixin private CommandOutput output;

  @Option(names = "--name", required = true, description = "What staff call the station.")
  private String name = "";

  @Option(
      names = "--expires",
      paramLabel = "DAYS",
      description = "How long its token holds, else 90 days.")
  private @Nullable Integer days;

  @Override
  public Integer call() {
    int held = days == null ? TokenTerms.days(Role.STATION) : days;
    try (Installation installation = record.installation()) {
      EnrolStations enrol =
          new EnrolStations(
              installation.store(),
              new DrawnSecrets(installation.random()),
              installation.ids(),
              installation.clock());
      return switch (enrol.invite(record.seller(), name, held, "command line").join()) {
        case Answer.Refused<EnrolStations.Code> refused -> output.refused(spec, refused.refusal());
        case Answer.Done<EnrolStations.Code> done -> told(done.value());
      };
    }
  }

  private int told(EnrolStations.Code code) {
    if (output.isJson()) {
      output.json(spec, Map.of("code", code.code(), "expiresAt", code.expiresAt().toString()));
    } else {
      output.lines(
          spec,
          List.of(
              code.code(),
              "At the station, until %s: tapwright station enrol --server URL %s --token-file FILE"
                  .formatted(code.expiresAt(), code.code())));
    }
    return CommandOutput.DONE;
  }
}
