package tapwright.agent.print.job;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tapwright.agent.print.Labels;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.render.LabelPdf;
import tapwright.agent.print.render.LabelPng;
import tapwright.agent.print.render.LabelSvg;
import tapwright.agent.print.render.LabelZpl;
import tapwright.agent.print.render.ZplForm;
import tapwright.agent.print.stock.SheetPages;
import tapwright.agent.print.stock.SheetStock;
import tapwright.agent.print.stock.SingleStock;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Turns labels of one template into documents of one language. */
public final class LabelPress implements Press {

  private final LabelTemplate template;
  private final PrintLanguage language;
  private final Setting setting;
  private final Labels labels;

  public LabelPress(LabelTemplate template, PrintLanguage language, Setting setting) {
    this.template = template;
    this.language = language;
    this.setting = setting;
    this.labels = new Labels(template, setting.resolution);
  }

  /**
   * How a printer is set up.
   *
   * @param resolution of its head
   * @param zplForm how labels go to it where it takes ZPL
   * @param start the first label that is still on the first sheet, from 0
   * @param correction how far it must be moved to hit the labels
   */
  public record Setting(Resolution resolution, ZplForm zplForm, int start, Offset correction) {}

  @Override
  public Optional<Refusal> objection(LabelContent content) {
    return labels.page(content) instanceof Checked.Refused<LabelPage>(Refusal problem)
        ? Optional.of(problem)
        : Optional.empty();
  }

  @Override
  public int labelsOnPage() {
    return switch (template.stock()) {
      case SingleStock single -> 1;
      case SheetStock sheet -> sheet.labels();
    };
  }

  @Override
  public int labelsOnFirstPage() {
    return labelsOnPage() - setting.start;
  }

  @Override
  public PrintDocument document(String name, boolean first, List<LabelContent> contents) {
    return new PrintDocument(
        name, pageSize(), out -> write(out, name, pages(first ? setting.start : 0, contents)));
  }

  /** A job with one page that was drawn elsewhere. */
  public PrintDocument document(String name, LabelPage page) {
    LabelPage moved = page.moved(setting.correction);
    return new PrintDocument(
        name, moved.size(), out -> write(out, name, List.of(moved).iterator()));
  }

  private LabelSize pageSize() {
    return switch (template.stock()) {
      case SingleStock single -> single.label();
      case SheetStock sheet -> sheet.grid().paper();
    };
  }

  private Iterator<LabelPage> pages(int start, List<LabelContent> contents) {
    return switch (template.stock()) {
      case SingleStock single ->
          contents.stream().map(this::drawn).map(page -> page.moved(setting.correction)).iterator();
      case SheetStock sheet ->
          new SheetPages(
              sheet, start, setting.correction, contents.stream().map(this::drawn).iterator());
    };
  }

  private LabelPage drawn(LabelContent content) {
    return labels.page(content).orThrow();
  }

  private void write(OutputStream out, String name, Iterator<LabelPage> pages) throws IOException {
    switch (language) {
      case PDF -> writePdf(out, name, pages);
      case PNG -> out.write(LabelPng.draw(pages.next(), setting.resolution).toArray());
      case SVG -> out.write(LabelSvg.draw(pages.next()).toArray());
      case ZPL -> writeZpl(out, pages);
    }
  }

  private static void writePdf(OutputStream out, String name, Iterator<LabelPage> pages)
      throws IOException {
    try (LabelPdf pdf = new LabelPdf(out, name.hashCode())) {
      while (pages.hasNext()) {
        pdf.add(pages.next());
      }
      pdf.finish();
    }
  }

  private void writeZpl(OutputStream out, Iterator<LabelPage> pages) throws IOException {
    while (pages.hasNext()) {
      out.write(LabelZpl.draw(pages.next(), setting.resolution, setting.zplForm).toArray());
    }
  }
}
