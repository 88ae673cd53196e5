package tapwright.agent.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.main.console.Program;
import tapwright.agent.print.render.LabelForm;
import tapwright.agent.print.symbol.ModuleSize;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/** Makes one QR symbol and keeps it in a file. */
@Command(
    name = "qr",
    mixinStandardHelpOptions = true,
    description = "Writes one QR symbol as PNG, SVG, PDF or ZPL, read again before it is used.")
final class QrCommand implements Callable<Integer> {

  @ParentCommand private Program agent;

  @Parameters(paramLabel = "TEXT", description = "What the symbol shall say.")
  private String text;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to; its name ends in .png, .svg, .pdf or .zpl.")
  private Path out;

  @Option(
      names = "--module",
      paramLabel = "MM",
      defaultValue = "0.5",
      description = "The side of one module in millimetres (default ${DEFAULT-VALUE}).")
  private double moduleMillimetres;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Checked<Look> look =
        LabelForm.ofFileName("--out", out.toString())
            .then(
                format ->
                    ModuleSize.of("--module", moduleMillimetres)
                        .map(size -> new Look(format, size)));
    return switch (look) {
      case Checked.Passed<Look>(Look asked) -> draw(asked);
      case Checked.Refused<Look>(Refusal refusal) ->
          agent.console().answeringInJson(json).misused(refusal.message(), "tapwright qr");
    };
  }

  private int draw(Look look) {
    return switch (QrSymbol.of(text, Correction.MEDIUM)) {
      case Checked.Passed<QrSymbol>(QrSymbol symbol) ->
          write(new Drawn(symbol, look.format.draw(symbol, look.size)));
      case Checked.Refused<QrSymbol>(Refusal refusal) -> agent.console().refused(refusal, json);
    };
  }

  private int write(Drawn drawn) {
    try {
      Files.write(out, drawn.file.toArray());
    } catch (IOException e) {
      return agent.console().failed("cannot write --out " + FileProblem.of(out, e));
    }
    QrSymbol symbol = drawn.symbol;
    if (json) {
      agent.console().json(new Made(out.toString(), text, symbol.size(), symbol.isAlphanumeric()));
    } else {
      agent.console().line("%s: %d x %d modules".formatted(out, symbol.size(), symbol.size()));
    }
    return Console.DONE;
  }

  /** What the options ask for. */
  private record Look(LabelForm format, ModuleSize size) {}

  private record Drawn(QrSymbol symbol, Bytes file) {}

  /** The result in the command's JSON. */
  record Made(String file, String text, int modules, boolean alphanumeric) {}
}
