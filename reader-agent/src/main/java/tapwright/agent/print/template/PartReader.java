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
import tapwright.core.yaml.Malformed;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;

/** Reads the parts of a template; each has one key that says what it is. */
final class PartReader {

  private static final List<String> PLACED = List.of("at", "size");
  private static final List<String> STYLE =
      List.of("points", "weight", "across", "down", "lines", "ink", "optional");

  private static final List<String> SYMBOL =
      List.of("symbol", "at", "side", "correction", "logo", "dark", "light");

  /** Smaller letters are not read, larger ones are no text any more. */
  private static final double LEAST_POINTS = 4;

  private static final double MOST_POINTS = 200;

  /** More than a third of a side is more than any correction mends. */
  private static final double LARGEST_LOGO = 0.33;

  private final LabelSize label;

  PartReader(LabelSize label) {
    this.label = label;
  }

  TemplatePart part(YamlNode value) {
    YamlMap keys = value.names();
    if (keys.has("field")) {
      return text(value, "field");
    }
    if (keys.has("words")) {
      return text(value, "words");
    }
    if (keys.has("symbol")) {
      return symbol(value.map(SYMBOL));
    }
    if (keys.has("picture")) {
      return picture(value.map(placedAnd("picture")));
    }
    if (keys.has("fill")) {
      return fill(value.map(placedAnd("fill")));
    }
    throw keys.missing(
        "field", "a key that says what the part is: field, words, symbol, picture or fill");
  }

  private LogoPart picture(YamlMap keys) {
    NameReader.name(keys.required("picture"), LogoPart.Source.class);
    return new LogoPart(frame(keys));
  }

  private FillPart fill(YamlMap keys) {
    return new FillPart(frame(keys), ink(keys.required("fill")));
  }

  private TextPart text(YamlNode value, String kind) {
    List<String> allowed = new ArrayList<>(placedAnd(kind));
    allowed.addAll(STYLE);
    YamlMap keys = value.map(allowed);
    YamlNode said = keys.required(kind);
    Wording wording =
        kind.equals("field")
            ? new Wording.OfField(NameReader.name(said, LabelField.TEXTS))
            : new Wording.Fixed(said.text());
    boolean optional = keys.optional("optional").map(YamlNode::truth).orElse(false);
    return new TextPart(frame(keys), wording, style(keys), optional);
  }

  private static TextStyle style(YamlMap keys) {
    Pair points = Pair.of(keys.required("points"), LEAST_POINTS, MOST_POINTS);
    if (points.first() > points.second()) {
      throw keys.required("points").wrong("the least size first, then the usual one");
    }
    Weight weight =
        keys.optional("weight")
            .map(value -> NameReader.name(value, Weight.class))
            .orElse(Weight.REGULAR);
    Ink ink = keys.optional("ink").map(PartReader::ink).orElse(Ink.BLACK);
    return new TextStyle(
        new SizeRange(points.first(), points.second()), weight, setting(keys), ink);
  }

  private static TextStyle.Setting setting(YamlMap keys) {
    return new TextStyle.Setting(
        keys.optional("across")
            .map(value -> NameReader.name(value, TextStyle.Across.class))
            .orElse(TextStyle.Across.START),
        keys.optional("down")
            .map(value -> NameReader.name(value, TextStyle.Down.class))
            .orElse(TextStyle.Down.MIDDLE),
        keys.optional("lines").map(value -> (int) value.whole(1, 10)).orElse(1));
  }

  private SymbolPart symbol(YamlMap keys) {
    double side = keys.required("side").number(1, LabelSize.LARGEST);
    Pair at = Pair.of(keys.required("at"), 0, LabelSize.LARGEST);
    SymbolInks inks =
        new SymbolInks(
            keys.optional("dark").map(PartReader::ink).orElse(Ink.BLACK),
            keys.optional("light").map(PartReader::ink).orElse(Ink.WHITE));
    return new SymbolPart(
        inside(keys, new Frame(at.first(), at.second(), side, side)),
        NameReader.name(keys.required("symbol"), LabelField.SYMBOLS),
        new SymbolPart.Look(
            keys.optional("correction")
                .map(value -> NameReader.name(value, Correction.class))
                .orElse(Correction.MEDIUM),
            keys.optional("logo").map(value -> value.number(0, LARGEST_LOGO)).orElse(0.0),
            inks));
  }

  private Frame frame(YamlMap keys) {
    Pair at = Pair.of(keys.required("at"), 0, LabelSize.LARGEST);
    Pair size = Pair.of(keys.required("size"), 0, LabelSize.LARGEST);
    return inside(keys, new Frame(at.first(), at.second(), size.first(), size.second()));
  }

  private Frame inside(YamlMap keys, Frame frame) {
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

  private static Ink ink(YamlNode value) {
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
