package tapwright.agent.print.render;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.ImageMark;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.SymbolInks;
import tapwright.agent.print.page.SymbolMark;
import tapwright.agent.print.page.TextMark;
import tapwright.agent.print.symbol.Resolution;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/** Marks as commands of a label printer's own, as far as it has them. */
final class ZplFields {

  /** The largest module that all printers draw (^BQ, parameter c). */
  private static final int MOST_DOTS_A_MODULE = 10;

  /** What ^GB draws at most (parameters w and h). */
  private static final int MOST_DOTS_OF_BOX = 32_000;

  /**
   * What the printer's scalable font has everywhere. It is narrower than the fonts here, so what
   * fits in these fits in it; no printer has shown that yet.
   */
  private static final Pattern PRINTERS_LETTERS = Pattern.compile("[\\x20-\\x7E\\xA1-\\xFF]+");

  private final double dotsPerMillimetre;

  ZplFields(Resolution resolution) {
    this.dotsPerMillimetre = resolution.dotsPerMillimetre();
  }

  /** The command, or nothing where the mark can only be drawn as dots. */
  Optional<String> of(Mark mark) {
    return switch (mark) {
      case TextMark text -> text(text);
      case SymbolMark symbol -> symbol(symbol);
      case ImageMark picture -> Optional.empty();
      case FilledMark filled -> box(filled);
    };
  }

  private Optional<String> text(TextMark text) {
    String words = text.line().text();
    return text.ink().isLight() || !PRINTERS_LETTERS.matcher(words).matches()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "^FT%d,%d^A0N,%d^FH^FD%s^FS",
                dots(text.left()),
                dots(text.baseline()),
                Math.max(10, dots(text.line().size())),
                escaped(words)));
  }

  /**
   * The symbol without its quiet zone, which is what the printer draws; where the printer would
   * choose another coding or size, dots are drawn instead.
   */
  private Optional<String> symbol(SymbolMark mark) {
    QrSymbol symbol = mark.symbol();
    int dots = dots(mark.module());
    boolean possible =
        dots <= MOST_DOTS_A_MODULE
            && mark.inks().equals(SymbolInks.BLACK_ON_WHITE)
            && symbol.text().chars().allMatch(c -> c >= 0x20 && c < 0x7F);
    return possible ? Optional.of(symbol(mark, dots)) : Optional.empty();
  }

  private String symbol(SymbolMark mark, int dots) {
    char correction = letter(mark.symbol().correction());
    int quiet = QrSymbol.QUIET_ZONE * dots;
    return String.format(
        Locale.ROOT,
        "^FO%d,%d^BY2,3,0^BQN,2,%d,%c^FH^FD%cA,%s^FS",
        dots(mark.place().right()) + quiet,
        dots(mark.place().down()) + quiet,
        dots,
        correction,
        correction,
        escaped(mark.symbol().text()));
  }

  private Optional<String> box(FilledMark filled) {
    Frame frame = filled.frame();
    int width = Math.max(1, dots(frame.right()) - dots(frame.left()));
    int height = Math.max(1, dots(frame.bottom()) - dots(frame.top()));
    Ink ink = filled.ink();
    return ink.isLight() || Math.max(width, height) > MOST_DOTS_OF_BOX
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "^FO%d,%d^GB%d,%d,%d^FS",
                dots(frame.left()),
                dots(frame.top()),
                width,
                height,
                Math.min(width, height)));
  }

  private static char letter(Correction correction) {
    return switch (correction) {
      case LOW -> 'L';
      case MEDIUM -> 'M';
      case QUARTILE -> 'Q';
      case HIGH -> 'H';
    };
  }

  /** The signs that begin commands, as ^FH takes them. */
  private static String escaped(String text) {
    return text.replace("_", "_5F").replace("^", "_5E").replace("~", "_7E").replace("\\", "_5C");
  }

  private int dots(double millimetres) {
    return Math.max(0, (int) Math.round(millimetres * dotsPerMillimetre));
  }
}
