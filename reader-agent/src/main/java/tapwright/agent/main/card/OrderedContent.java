package tapwright.agent.main.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.main.console.CommandRefusal;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.station.batch.BatchFile;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** What a card was to hold: a row of a batch, or a link, a contact or both; or nothing is said. */
final class OrderedContent {

  private static final String AGAINST = "--against";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private CardContent content;

  @Option(
      names = AGAINST,
      arity = "2",
      paramLabel = "FILE.csv LINE",
      hideParamSyntax = true,
      description = "The batch that the card was made from, and the line of its row in that file.")
  private @Nullable List<String> against;

  /** What the card was to be made as; empty where nothing is said. */
  Checked<Optional<EncodeRequest>> request() {
    List<String> row = against;
    if (row != null && content.isGiven()) {
      throw usage(AGAINST + " and --url, --vcard exclude each other");
    }
    if (row != null) {
      return ofRow(Path.of(row.getFirst()), row.getLast()).map(Optional::of);
    }
    return content.isGiven()
        ? content.request().map(Optional::of)
        : Checked.passed(Optional.empty());
  }

  private Checked<EncodeRequest> ofRow(Path file, String line) {
    return switch (BatchFile.read(String.valueOf(file.getFileName()), bytes(file))) {
      case BatchFile.Reading.Sound(BatchFile batch) -> ofRow(batch, line);
      case BatchFile.Reading.Faulty(List<Refusal> refusals) -> Checked.refused(refusals.getFirst());
    };
  }

  private static Checked<EncodeRequest> ofRow(BatchFile batch, String line) {
    return batch.rows().stream()
        .filter(row -> String.valueOf(row.line()).equals(line))
        .findFirst()
        .map(row -> row.request(Finish.OPEN))
        .map(Checked::passed)
        .orElseGet(() -> Checked.refused(noSuchRow(batch, line)));
  }

  private static Refusal noSuchRow(BatchFile batch, String line) {
    return CommandRefusal.ORDER_ROW.with(
        "seen",
        line,
        "file",
        batch.name(),
        "allowed",
        batch.rows().getFirst().line() + " to " + batch.rows().getLast().line());
  }

  private Bytes bytes(Path file) {
    try {
      return Bytes.copyOf(Files.readAllBytes(file));
    } catch (IOException e) {
      throw usage("cannot read " + AGAINST + " " + FileProblem.of(file, e));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
