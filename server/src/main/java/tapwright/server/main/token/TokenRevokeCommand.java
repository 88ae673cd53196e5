package tapwright.server.main.token;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tapwright.server.app.Answer;
import tapwright.server.app.access.RunTokens;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;

/** Makes a token open nothing from now on. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Revokes a token; the jobs of a station go to others.")
final class TokenRevokeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SellerRecord record;
  @Mixin private CommandOutput output;

  @Option(names = "--name", required = true, description = "The token's name.")
  private String name = "";

  @Override
  public Integer call() {
    try (Installation installation = record.existing()) {
      return switch (SellerRecord.tokens(installation).revoke(record.seller(), name).join()) {
        case Answer.Refused<RunTokens.Revoked> refused -> output.refused(spec, refused.refusal());
        case Answer.Done<RunTokens.Revoked> done -> told(done.value());
      };
    }
  }

  private int told(RunTokens.Revoked revoked) {
    String jobs =
        revoked.jobsGivenBack() == 0
            ? ""
            : "; jobs that others may have now: " + revoked.jobsGivenBack();
    output.lines(spec, List.of("token " + name + " opens nothing any more" + jobs));
    return CommandOutput.DONE;
  }
}
