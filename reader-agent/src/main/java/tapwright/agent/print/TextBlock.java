package tapwright.agent.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.TextMark;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.print.template.TextPart;
import tapwright.agent.print.template.TextStyle;
import tapwright.agent.print.template.Wording;
import tapwright.agent.print.text.ShapedLine;
import tapwright.agent.print.text.TextFit;
import tapwright.agent.print.text.TextRoom;
import tapwright.agent.print.text.TextShaper;
import tapwright.core.Checked;

/** Lines of text in their room. */
final class TextBlock {

  /** Left out in print: the symbol has it, and people who type it need it not. */
  private static final Pattern SCHEME = Pattern.compile("(?i)^https?://");

  /** How high capital letters stand, of their size: sCapHeight of the Latin font's OS/2 table. */
  private static final double CAPITALS = 1409.0 / 2048;

  private final TextPart part;
  private final boolean rightToLeft;
  private final List<ShapedLine> lines;

  private TextBlock(TextPart part, boolean rightToLeft, List<ShapedLine> lines) {
    this.part = part;
    this.rightToLeft = rightToLeft;
    this.lines = lines;
  }

  /** The lines at their places, none for an empty text; or why they do not fit. */
  static Checked<List<Mark>> marks(TextPart part, LabelContent content) {
    String text = text(part.wording(), content);
    TextStyle style = part.style();
    TextRoom room =
        new TextRoom(
            part.frame().width(), part.frame().height(), style.sizes(), style.setting().maxLines());
    Checked<List<ShapedLine>> fitted =
        new TextFit(style.weight(), room).lines(name(part.wording()), text);
    return part.optional() && fitted instanceof Checked.Refused
        ? Checked.passed(List.of())
        : fitted.map(lines -> new TextBlock(part, TextShaper.isRightToLeft(text), lines).marks());
  }

  private static String text(Wording wording, LabelContent content) {
    return switch (wording) {
      case Wording.Fixed(String text) -> text;
      case Wording.OfField(LabelField field) when field == LabelField.LINK ->
          SCHEME.matcher(content.value(field)).replaceFirst("");
      case Wording.OfField(LabelField field) -> content.value(field);
    };
  }

  private static String name(Wording wording) {
    return switch (wording) {
      case Wording.Fixed fixed -> "words";
      case Wording.OfField(LabelField field) -> field.label();
    };
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    double baseline = firstBaseline();
    for (ShapedLine line : lines) {
      marks.add(new TextMark(line, left(line), baseline, part.style().ink()));
      baseline += line.size() * TextFit.LEADING;
    }
    return marks;
  }

  /** Letters of one template stand at one height, whatever their script. */
  private double firstBaseline() {
    if (lines.isEmpty()) {
      return 0;
    }
    double size = lines.getFirst().size();
    double height = size * (CAPITALS + (lines.size() - 1) * TextFit.LEADING);
    Frame frame = part.frame();
    double above =
        switch (part.style().setting().down()) {
          case TOP -> 0;
          case MIDDLE -> (frame.height() - height) / 2;
          case BOTTOM -> frame.height() - height;
        };
    return frame.top() + above + size * CAPITALS;
  }

  private double left(ShapedLine line) {
    Frame frame = part.frame();
    double spare = frame.width() - line.widthMillimetres();
    return frame.left()
        + switch (part.style().setting().across()) {
          case START -> rightToLeft ? spare : 0;
          case CENTRE -> spare / 2;
          case END -> rightToLeft ? 0 : spare;
        };
  }
}
