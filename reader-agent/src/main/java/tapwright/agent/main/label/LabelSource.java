package tapwright.agent.main.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.print.job.LabelKey;
import tapwright.agent.print.job.LabelOrder;
import tapwright.agent.print.page.Picture;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.station.PrintLink;
import tapwright.agent.station.batch.BatchFile;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.ndef.Link;

/** The cards that labels are asked for: one by its link, or those of a file. */
final class LabelSource {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = "CARD|FILE.csv",
      arity = "0..1",
      description =
          "The link that the card's print leads to, the number of a card made here with --label, or"
              + " a file of cards.")
  private @Nullable String subject;

  @Option(names = "--name", paramLabel = "TEXT", description = "One card: whose it is.")
  private String name = "";

  @Option(names = "--title", paramLabel = "TEXT", description = "One card: their title.")
  private String title = "";

  @Option(names = "--company", paramLabel = "TEXT", description = "One card: their company.")
  private String company = "";

  @Option(names = "--order", paramLabel = "TEXT", description = "One card: the order's number.")
  private String order = "";

  @Option(
      names = "--logo",
      paramLabel = "FILE",
      description = "The shop's logo, PNG or JPEG, where the template has room for one.")
  private @Nullable Path logo;

  /** What became of reading them. */
  sealed interface Reading {

    /** At least one label. */
    record Sound(List<LabelOrder> orders) implements Reading {}

    /** What is wrong with them. */
    record Faulty(List<Refusal> refusals) implements Reading {}
  }

  /**
   * The labels that are asked for.
   *
   * @param made labels of cards that were made here, by a card's number
   */
  Reading orders(LabelTemplate template, Function<String, Optional<LabelOrder>> made) {
    String cards = subject;
    if (cards == null) {
      throw usage("CARD or FILE.csv is missing: which cards");
    }
    Reading read =
        cards.toLowerCase(Locale.ROOT).endsWith(".csv")
            ? file(Path.of(cards), template)
            : card(cards, template, made);
    return read instanceof Reading.Sound(List<LabelOrder> orders)
        ? new Reading.Sound(withLogo(orders))
        : read;
  }

  private Reading file(Path path, LabelTemplate template) {
    try {
      Bytes content = Bytes.copyOf(Files.readAllBytes(path));
      return switch (BatchFile.read(path.getFileName().toString(), content)) {
        case BatchFile.Reading.Sound(BatchFile file) ->
            new Reading.Sound(LabelOrders.of(file, template.id()));
        case BatchFile.Reading.Faulty(List<Refusal> refusals) -> new Reading.Faulty(refusals);
      };
    } catch (IOException e) {
      throw usage("cannot read " + FileProblem.of(path, e));
    }
  }

  private Reading card(
      String card, LabelTemplate template, Function<String, Optional<LabelOrder>> made) {
    return card.contains("://")
        ? link(card, template, made)
        : made.apply(card)
            .map(label -> new Reading.Sound(List.of(inLook(label, template))))
            .orElseThrow(() -> usage(unknown(card)));
  }

  private static String unknown(String card) {
    return "CARD is '"
        + card
        + "'; allowed are the link of its print, the number of a card that was made here with"
        + " --label, and a file that ends in .csv";
  }

  private static LabelOrder inLook(LabelOrder label, LabelTemplate template) {
    LabelKey key = new LabelKey(label.key().link(), template.id(), label.key().copy());
    return new LabelOrder(key, label.label(), label.content());
  }

  /** Of a link with which a card was made here it is that card's copy. */
  private Reading link(
      String link, LabelTemplate template, Function<String, Optional<LabelOrder>> made) {
    return switch (Link.of("CARD", link)) {
      case Checked.Refused<Link>(Refusal refusal) -> throw usage(refusal.message());
      case Checked.Passed<Link>(Link sound) -> {
        String print = PrintLink.of(sound);
        int copy = made.apply(print).map(label -> label.key().copy()).orElse(1);
        LabelKey key = new LabelKey(print, template.id(), copy);
        LabelContent content = content(sound);
        yield new Reading.Sound(List.of(new LabelOrder(key, print, content)));
      }
    };
  }

  private LabelContent content(Link link) {
    return LabelContent.of(PrintLink.of(link))
        .with(LabelField.NAME, name)
        .with(LabelField.TITLE, title)
        .with(LabelField.COMPANY, company)
        .with(LabelField.ORDER, order);
  }

  private List<LabelOrder> withLogo(List<LabelOrder> orders) {
    return picture()
        .map(
            picture ->
                orders.stream()
                    .map(
                        one ->
                            new LabelOrder(one.key(), one.label(), one.content().withLogo(picture)))
                    .toList())
        .orElse(orders);
  }

  private Optional<Picture> picture() {
    Path file = logo;
    if (file == null) {
      return Optional.empty();
    }
    try {
      Bytes content = Bytes.copyOf(Files.readAllBytes(file));
      return Optional.of(
          Picture.decode(content)
              .orElseThrow(
                  () ->
                      usage(
                          "--logo %s is no picture that can be used; allowed are PNG and JPEG of up"
                                  .formatted(file)
                              + " to %d pixels a side".formatted(Picture.MOST_PIXELS))));
    } catch (IOException e) {
      throw usage("cannot read --logo " + FileProblem.of(file, e));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
