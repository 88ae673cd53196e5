package tapwright.server.main.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.access.Token;

/** Lists tokens without their secrets. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists tokens.")
final class TokenListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SellerRecord record;
  @Mixin private CommandOutput output;

  @Override
  public Integer call() {
    try (Installation installation = record.existing()) {
      List<Token> tokens = SellerRecord.tokens(installation).of(record.seller()).join();
      if (output.isJson()) {
        output.json(spec, TokenTable.json(tokens));
      } else if (!tokens.isEmpty()) {
        output.lines(spec, TokenTable.lines(rows(tokens, installation.clock().instant())));
      }
    }
    return CommandOutput.DONE;
  }

  private static List<List<String>> rows(List<Token> tokens, Instant now) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("name", "role", "standing", "last used"));
    for (Token token : tokens) {
      rows.add(
          List.of(
              token.name(),
              TokenCreateCommand.word(token.role()),
              TokenTable.standing(token, now),
              TokenTable.second(token.life().lastSeenAt())));
    }
    return rows;
  }
}
