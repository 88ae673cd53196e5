package tapwright.agent.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.ImageMark;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.Picture;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.FillPart;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.print.template.LogoPart;
import tapwright.agent.print.template.SymbolPart;
import tapwright.agent.print.template.TemplatePart;
import tapwright.agent.print.template.TextPart;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Draws labels of one template for one device. */
public final class Labels {

  private final LabelTemplate template;
  private final Resolution resolution;

  /**
   * Labels of a template.
   *
   * @param resolution of the device; a symbol's modules take whole dots of it
   */
  public Labels(LabelTemplate template, Resolution resolution) {
    this.template = template;
    this.resolution = resolution;
  }

  /** The drawn label, whose symbols were read again; or what cannot be printed of the content. */
  public Checked<LabelPage> page(LabelContent content) {
    List<Mark> marks = new ArrayList<>();
    List<PlacedSymbol> symbols = new ArrayList<>();
    for (TemplatePart part : template.parts()) {
      Checked<List<Mark>> drawn =
          switch (part) {
            case TextPart text -> TextBlock.marks(text, content);
            case SymbolPart symbol -> symbol(symbol, content, symbols);
            case LogoPart logo -> Checked.passed(logo(logo, content.logo()));
            case FillPart fill -> Checked.passed(List.of(new FilledMark(fill.frame(), fill.ink())));
          };
      if (drawn instanceof Checked.Refused<List<Mark>>(Refusal refusal)) {
        return Checked.refused(refusal);
      }
      marks.addAll(drawn.orThrow());
    }
    return proven(new LabelPage(template.stock().label(), marks), symbols);
  }

  private Checked<List<Mark>> symbol(
      SymbolPart part, LabelContent content, List<PlacedSymbol> symbols) {
    return PlacedSymbol.of(part, content, resolution)
        .map(
            placed -> {
              symbols.add(placed);
              return placed.marks();
            });
  }

  private static List<Mark> logo(LogoPart part, @Nullable Picture logo) {
    return logo == null
        ? List.of()
        : List.of(new ImageMark(logo, part.frame().fittingLeft(logo.width(), logo.height())));
  }

  private Checked<LabelPage> proven(LabelPage page, List<PlacedSymbol> symbols) {
    for (PlacedSymbol symbol : symbols) {
      Optional<Refusal> refusal = symbol.proof(page);
      if (refusal.isPresent()) {
        return Checked.refused(refusal.get());
      }
    }
    return Checked.passed(page);
  }
}
