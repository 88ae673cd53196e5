package tapwright.agent.print.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.SymbolInks;
import tapwright.agent.print.text.SizeRange;
import tapwright.agent.print.text.Weight;
import tapwright.core.qr.Correction;

/** Reads the parts of a template; each has one key that says what it is. */
final class PartReader {

  private static final List<String> PLACED = List.of("at", "size");
  private static final List<String> STYLE =
      List.of("points", "weight", "across", "down", "lines", "ink", "optional");

  /** Smaller letters are not read, larger ones are no text any more. */
  private static final double LEAST_POINTS = 4;

  private static final double MOST_POINTS = 200;

  /** More than a third of a side is more than any correction mends. */
  private static final double LARGEST_LOGO = 0.33;

  private final LabelSize label;

  PartReader(LabelSize label) {
    this.label = label;
  }

  TemplatePart part(YamlValue value) {
    YamlKeys keys = value.keys();
    if (keys.has("field")) {
      return text(keys, "field");
    }
    if (keys.has("words")) {
      return text(keys, "words");
    }
    if (keys.has("symbol")) {
      return symbol(keys);
    }
    if (keys.has("picture")) {
      keys.required("picture").oneOf(YamlValue.all(LogoPart.Source.class));
      return new LogoPart(frame(keys.only(placedAnd("picture"))));
    }
    if (keys.has("fill")) {
      return new FillPart(frame(keys.only(placedAnd("fill"))), ink(keys.required("fill")));
    }
    throw keys.missing(
        "field", "a key that says what the part is: field, words, symbol, picture or fill");
  }

  private TextPart text(YamlKeys keys, String kind) {
    List<String> allowed = new ArrayList<>(placedAnd(kind));
    allowed.addAll(STYLE);
    keys.only(allowed);
    YamlValue said = keys.required(kind);
    Wording wording =
        kind.equals("field")
            ? new Wording.OfField(said.oneOf(LabelField.TEXTS))
            : new Wording.Fixed(said.text());
    boolean optional = keys.optional("optional").map(YamlValue::truth).orElse(false);
    return new TextPart(frame(keys), wording, style(keys), optional);
  }

  private static TextStyle style(YamlKeys keys) {
    double[] points = keys.required("points").pair(LEAST_POINTS, MOST_POINTS);
    if (points[0] > points[1]) {
      throw keys.required("points").wrong("the least size first, then the usual one");
    }
    Weight weight =
        keys.optional("weight")
            .map(v -> v.oneOf(YamlValue.all(Weight.class)))
            .orElse(Weight.REGULAR);
    Ink ink = keys.optional("ink").map(PartReader::ink).orElse(Ink.BLACK);
    return new TextStyle(new SizeRange(points[0], points[1]), weight, setting(keys), ink);
  }

  private static TextStyle.Setting setting(YamlKeys keys) {
    return new TextStyle.Setting(
        keys.optional("across")
            .map(value -> value.oneOf(YamlValue.all(TextStyle.Across.class)))
            .orElse(TextStyle.Across.START),
        keys.optional("down")
            .map(value -> value.oneOf(YamlValue.all(TextStyle.Down.class)))
            .orElse(TextStyle.Down.MIDDLE),
        keys.optional("lines").map(value -> value.whole(1, 10)).orElse(1));
  }

  private SymbolPart symbol(YamlKeys keys) {
    keys.only(List.of("symbol", "at", "side", "correction", "logo", "dark", "light"));
    double side = keys.required("side").number(1, LabelSize.LARGEST);
    double[] at = keys.required("at").pair(0, LabelSize.LARGEST);
    SymbolInks inks =
        new SymbolInks(
            keys.optional("dark").map(PartReader::ink).orElse(Ink.BLACK),
            keys.optional("light").map(PartReader::ink).orElse(Ink.WHITE));
    return new SymbolPart(
        inside(keys, new Frame(at[0], at[1], side, side)),
        keys.required("symbol").oneOf(LabelField.SYMBOLS),
        new SymbolPart.Look(
            keys.optional("correction")
                .map(value -> value.oneOf(YamlValue.all(Correction.class)))
                .orElse(Correction.MEDIUM),
            keys.optional("logo").map(value -> value.number(0, LARGEST_LOGO)).orElse(0.0),
            inks));
  }

  private Frame frame(YamlKeys keys) {
    double[] at = keys.required("at").pair(0, LabelSize.LARGEST);
    double[] size = keys.required("size").pair(0, LabelSize.LARGEST);
    return inside(keys, new Frame(at[0], at[1], size[0], size[1]));
  }

  private Frame inside(YamlKeys keys, Frame frame) {
    // A hundredth of a millimetre is rounding of inches.
    if (frame.right() <= label.width() + 0.01 && frame.bottom() <= label.height() + 0.01) {
      return frame;
    }
    throw new Malformed(
        TemplateRefusal.OUTSIDE.with(
            "place", keys.place(),
            "seen", by(frame.right(), frame.bottom()),
            "allowed", by(label.width(), label.height())));
  }

  private static String by(double across, double down) {
    return String.format(Locale.ROOT, "%.2f by %.2f", across, down);
  }

  private static Ink ink(YamlValue value) {
    String text = value.text();
    if (text.matches("[0-9a-f]{6}")) {
      return new Ink(Integer.parseInt(text, 16));
    }
    throw value.wrong("six lower-case hexadecimal digits in quotes, as \"1a2b3c\"");
  }

  private static List<String> placedAnd(String kind) {
    List<String> keys = new ArrayList<>(List.of(kind));
    keys.addAll(PLACED);
    return keys;
  }
}
