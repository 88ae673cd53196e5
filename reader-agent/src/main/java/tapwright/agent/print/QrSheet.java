package tapwright.agent.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.render.LabelPdf;
import tapwright.agent.print.stock.SheetPages;
import tapwright.agent.print.stock.SheetStock;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.print.template.Templates;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * A4 sheets of the cards of one run, to be cut: the template {@code sheet-cut} with a head. Names
 * that cannot be printed are left out there, since the cards are made and the link is what counts.
 */
public final class QrSheet {

  private static final String TEMPLATE = "sheet-cut";

  private QrSheet() {}

  /** The sheets as a PDF file, or why one of the labels cannot be printed. */
  public static Checked<Bytes> pdf(String title, List<SheetLabel> labels) {
    LabelTemplate template = Templates.shipped().named("template", TEMPLATE).orThrow();
    Labels drawing = new Labels(template, Resolution.OFFICE_PRINTER);
    List<LabelPage> drawn = new ArrayList<>();
    for (SheetLabel label : labels) {
      switch (drawing.page(content(label))) {
        case Checked.Passed<LabelPage>(LabelPage page) -> drawn.add(page);
        case Checked.Refused<LabelPage>(Refusal refusal) -> {
          return Checked.refused(
              SheetRefusal.LABEL.with("label", drawn.size() + 1, "problem", refusal.message()));
        }
      }
    }
    SheetFrame frame = new SheetFrame((SheetStock) template.stock(), title, drawn.size());
    return Checked.passed(file(frame, drawn, labels.hashCode()));
  }

  private static LabelContent content(SheetLabel label) {
    return LabelContent.of(label.link())
        .with(LabelField.ORDER, label.order())
        .with(LabelField.NAME, label.name());
  }

  private static Bytes file(SheetFrame frame, List<LabelPage> labels, long identity) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (LabelPdf pdf = new LabelPdf(file, identity)) {
      SheetPages sheets = new SheetPages(frame.stock(), 0, Offset.NONE, labels.iterator());
      for (int number = 1; number <= frame.sheets(); number++) {
        pdf.add(frame.around(number, sheets.hasNext() ? sheets.next() : frame.empty()));
      }
      pdf.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.copyOf(file.toByteArray());
  }
}
