package tapwright.agent.print.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.ImageMark;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.page.SymbolInks;
import tapwright.agent.print.page.SymbolMark;
import tapwright.agent.print.page.TextMark;
import tapwright.agent.print.symbol.ModuleSize;
import tapwright.agent.print.symbol.Resolution;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.qr.QrSymbol;

/** The forms in which a drawn label can be had as a file. */
public enum LabelForm {
  PNG,
  SVG,
  PDF,
  ZPL;

  /** The form that the end of a file's name asks for; {@code field} names it in the refusal. */
  public static Checked<LabelForm> ofFileName(String field, String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(form -> lower.endsWith(form.suffix()))
        .findFirst()
        .map(Checked::passed)
        .orElseGet(
            () ->
                Checked.refused(
                    FormRefusal.FILE_SUFFIX.with(
                        "field", field, "seen", fileName, "allowed", suffixes())));
  }

  /** The page, ready to be written to a file. */
  public Bytes draw(LabelPage page, Resolution resolution) {
    return switch (this) {
      case PNG -> LabelPng.draw(page, resolution);
      case SVG -> LabelSvg.draw(page);
      case PDF -> pdf(page);
      case ZPL -> LabelZpl.draw(page, resolution, ZplForm.GRAPHIC);
    };
  }

  /** A symbol with its quiet zone and nothing else; its modules have whole dots. */
  public Bytes draw(QrSymbol symbol, ModuleSize size) {
    return switch (this) {
      case PNG -> png(symbol, size);
      case SVG, PDF -> draw(page(symbol, size.millimetres()), Resolution.OFFICE_PRINTER);
      case ZPL -> {
        double dots = Resolution.LABEL_PRINTER.dotsPerMillimetre();
        yield draw(page(symbol, size.dots(dots) / dots), Resolution.LABEL_PRINTER);
      }
    };
  }

  /** The resolution is what gives whole dots in the true size. */
  private static Bytes png(QrSymbol symbol, ModuleSize size) {
    int dots = size.dots(Resolution.OFFICE_PRINTER.dotsPerMillimetre());
    return LabelPng.draw(page(symbol, size.millimetres()), dots / size.millimetres());
  }

  private static LabelPage page(QrSymbol symbol, double module) {
    SymbolMark mark = new SymbolMark(symbol, Offset.NONE, module, SymbolInks.BLACK_ON_WHITE);
    LabelSize size = new LabelSize(mark.frame().width(), mark.frame().height());
    return new LabelPage(size, List.of(mark));
  }

  private static Bytes pdf(LabelPage page) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (LabelPdf pdf = new LabelPdf(file, said(page).hashCode())) {
      pdf.add(page);
      pdf.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.copyOf(file.toByteArray());
  }

  /** The same in each run, as the hash of a page is not. */
  private static List<String> said(LabelPage page) {
    return page.marks().stream()
        .map(
            mark ->
                switch (mark) {
                  case TextMark text -> text.line().text();
                  case SymbolMark symbol -> symbol.symbol().text();
                  case ImageMark picture -> picture.frame().toString();
                  case FilledMark filled -> filled.toString();
                })
        .toList();
  }

  private String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  private static String suffixes() {
    return Arrays.stream(values()).map(LabelForm::suffix).collect(Collectors.joining(", "));
  }
}
