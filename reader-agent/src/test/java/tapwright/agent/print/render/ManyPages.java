package tapwright.agent.print.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tapwright.agent.print.Contacts;
import tapwright.agent.print.Labels;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.SymbolMark;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.Templates;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/**
 * A program that writes many labels into one PDF file: labels in each script, each with its code.
 */
final class ManyPages {

  private ManyPages() {}

  /** Takes the file and how many. */
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[1]);
    List<LabelPage> people = Contacts.ALL.stream().map(ManyPages::page).toList();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])));
        LabelPdf pdf = new LabelPdf(out, count)) {
      for (int number = 1; number <= count; number++) {
        pdf.add(numbered(people.get(number % people.size()), number));
      }
      pdf.finish();
    }
  }

  static String link(int number) {
    return "HTTPS://TAP.EXAMPLE.COM/Q/%010d".formatted(number);
  }

  private static LabelPage page(Contacts one) {
    return new Labels(
            Templates.shipped().named("template", "desk-label").orThrow(),
            Resolution.OFFICE_PRINTER)
        .page(one.content(link(0)))
        .orThrow();
  }

  /** The same label with another code. */
  private static LabelPage numbered(LabelPage page, int number) {
    QrSymbol symbol = QrSymbol.of(link(number), Correction.HIGH).orThrow();
    return new LabelPage(
        page.size(), page.marks().stream().map(mark -> numbered(mark, symbol)).toList());
  }

  private static Mark numbered(Mark mark, QrSymbol symbol) {
    return mark instanceof SymbolMark old
        ? new SymbolMark(symbol, old.place(), old.module(), old.inks())
        : mark;
  }
}
