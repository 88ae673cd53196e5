package tapwright.agent.print.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.core.Refusal;

/** Makes a line of each label: its link, and its small print. */
public record LinePress(int labelsOnPage, int labelsOnFirstPage) implements Press {

  @Override
  public Optional<Refusal> objection(LabelContent content) {
    return content.value(LabelField.NAME).isEmpty()
        ? Optional.of(PrintJobRefusal.LABEL.with("label", "it", "problem", "no name"))
        : Optional.empty();
  }

  @Override
  public PrintDocument document(String name, boolean first, List<LabelContent> contents) {
    String lines = contents.stream().map(LinePress::line).collect(Collectors.joining("\n"));
    return new PrintDocument(
        name, FakePrinter.SIZE, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
  }

  private static String line(LabelContent content) {
    return (content.value(LabelField.LINK) + " " + content.value(LabelField.NOTE)).strip();
  }
}
