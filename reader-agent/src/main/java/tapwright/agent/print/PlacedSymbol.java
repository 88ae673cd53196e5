package tapwright.agent.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.ImageMark;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Mark;
import tapwright.agent.print.page.Offset;
import tapwright.agent.print.page.Picture;
import tapwright.agent.print.page.SymbolMark;
import tapwright.agent.print.render.Raster;
import tapwright.agent.print.symbol.DrawnSymbol;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.symbol.SizedSymbol;
import tapwright.agent.print.symbol.SymbolProof;
import tapwright.agent.print.symbol.SymbolRefusal;
import tapwright.agent.print.symbol.SymbolRoom;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.SymbolPart;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/** A symbol in its room on a label, with the shop's logo in it where there is one. */
final class PlacedSymbol {

  private final SymbolPart part;
  private final SymbolMark mark;
  private final @Nullable Picture logo;
  private final Resolution resolution;

  private PlacedSymbol(
      SymbolPart part, SymbolMark mark, @Nullable Picture logo, Resolution resolution) {
    this.part = part;
    this.mark = mark;
    this.logo = logo;
    this.resolution = resolution;
  }

  static Checked<PlacedSymbol> of(SymbolPart part, LabelContent content, Resolution resolution) {
    Picture logo = part.look().logoShare() > 0 ? content.logo() : null;
    // What a logo hides must be mended, so that all the correction that there is must be for it.
    Correction least = logo == null ? part.look().least() : Correction.HIGH;
    SymbolRoom room = new SymbolRoom(part.frame().width(), resolution, least);
    return SizedSymbol.of(part.field().label(), content.value(part.field()), room)
        .map(sized -> new PlacedSymbol(part, mark(part, sized, resolution), logo, resolution));
  }

  /** In the middle of its room, on whole dots. */
  private static SymbolMark mark(SymbolPart part, SizedSymbol sized, Resolution resolution) {
    double spare = (part.frame().width() - sized.side()) / 2;
    Offset place =
        new Offset(
            resolution.onDots(part.frame().left() + spare),
            resolution.onDots(part.frame().top() + spare));
    return new SymbolMark(sized.symbol(), place, sized.module(), part.look().inks());
  }

  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>(List.of(mark));
    if (logo != null) {
      Frame hole = hole();
      double edge = mark.module() / 2;
      Frame inner =
          new Frame(
              hole.left() + edge,
              hole.top() + edge,
              hole.width() - 2 * edge,
              hole.height() - 2 * edge);
      marks.add(new FilledMark(hole, mark.inks().light()));
      marks.add(new ImageMark(logo, inner.fitting(logo.width(), logo.height())));
    }
    return marks;
  }

  /** Whole modules in the symbol's middle; their count is odd, as is that of each symbol. */
  private Frame hole() {
    QrSymbol symbol = mark.symbol();
    int modules = (int) Math.round(symbol.size() * part.look().logoShare()) / 2 * 2 + 1;
    double edge = (symbol.sizeWithQuietZone() - modules) / 2.0 * mark.module();
    double side = modules * mark.module();
    return new Frame(mark.place().right() + edge, mark.place().down() + edge, side, side);
  }

  /** Why the symbol on the page must not leave, or nothing where it is read. */
  Optional<Refusal> proof(LabelPage page) {
    Frame frame = mark.frame();
    Offset toCorner = new Offset(-frame.left(), -frame.top());
    LabelPage cut =
        new LabelPage(
            new LabelSize(frame.width(), frame.height()),
            page.marks().stream().map(one -> one.moved(toCorner)).toList());
    DrawnSymbol drawn =
        DrawnSymbol.in(
            Raster.draw(cut, resolution.dotsPerMillimetre(), Raster.Edges.CRISP),
            mark.symbol().sizeWithQuietZone());
    return SymbolProof.refusal(drawn, mark.symbol().text()).map(this::withoutLogo);
  }

  private Refusal withoutLogo(Refusal refusal) {
    return logo != null && refusal.code() == SymbolRefusal.UNREADABLE
        ? SymbolRefusal.LOGO_TOO_LARGE.with(
            "seen", Math.round(part.look().logoShare() * 100),
            "correction", mark.symbol().correction())
        : refusal;
  }
}
