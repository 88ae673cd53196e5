package tapwright.agent.print.symbol;

import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.qr.QrSymbol;

/**
 * Looks at a drawn symbol as it is going to leave the printer, and then as a phone sees it: askew
 * and not quite sharp. Nothing is printed whose symbol does not pass.
 */
public final class SymbolProof {

  /**
   * As far askew as hands hold a phone, in degrees. A reader may take data for a finder in one
   * direction and not in the next, and a phone looks many times a second: one of them is enough.
   */
  private static final List<Integer> ASKEW = List.of(7, -5, 11);

  /** What a phone has of each module at arm's length, or better. */
  private static final int SEEN_DOTS_A_MODULE = 4;

  /** How much larger a turned square must be, so that no corner is cut off. */
  private static final double TURNED = 1.15;

  /**
   * The contrast of a symbol that is graded C, in per cent: ISO/IEC 15415 grades 70, 55, 40 and 20
   * as A to D. The standard itself was not at hand, and summaries of it differ; the stricter of
   * their numbers stands here.
   */
  private static final int LEAST_CONTRAST = 40;

  private static final int MIDDLE_GREY = 128;

  private final DrawnSymbol drawn;
  private final String intended;
  private final GreyDots dots;

  private SymbolProof(DrawnSymbol drawn, String intended) {
    this.drawn = drawn;
    this.intended = intended;
    this.dots = drawn.dots();
  }

  /** Why the symbol must not leave, or nothing where it is read and says what was intended. */
  public static Optional<Refusal> refusal(DrawnSymbol drawn, String intended) {
    SymbolProof proof = new SymbolProof(drawn, intended);
    return proof.colours().or(proof::quietZone).or(proof::straight).or(proof::askew);
  }

  /** The upper left finder's outer ring is dark in every symbol; beside it is the quiet zone. */
  private Optional<Refusal> colours() {
    int module = lightnessAt(QrSymbol.QUIET_ZONE + 0.5, QrSymbol.QUIET_ZONE + 0.5);
    int ground = lightnessAt(QrSymbol.QUIET_ZONE - 0.5, QrSymbol.QUIET_ZONE - 0.5);
    if (module > ground) {
      return Optional.of(SymbolRefusal.INVERTED.with("seen", module, "ground", ground));
    }
    int contrast = (ground - module) * 100 / 255;
    return contrast >= LEAST_CONTRAST
        ? Optional.empty()
        : Optional.of(SymbolRefusal.PALE.with("seen", contrast, "allowed", LEAST_CONTRAST));
  }

  private Optional<Refusal> quietZone() {
    double quiet = QrSymbol.QUIET_ZONE * drawn.dotsPerModule();
    double nearest = QrSymbol.QUIET_ZONE;
    for (int y = 0; y < drawn.side(); y++) {
      for (int x = 0; x < drawn.side(); x++) {
        boolean outside = outside(x, quiet) > 0 || outside(y, quiet) > 0;
        if (outside && dots.at(x, y) < MIDDLE_GREY) {
          double depth = Math.max(outside(x, quiet), outside(y, quiet)) / drawn.dotsPerModule();
          nearest = Math.min(nearest, Math.floor(depth));
        }
      }
    }
    return nearest == QrSymbol.QUIET_ZONE
        ? Optional.empty()
        : Optional.of(
            SymbolRefusal.QUIET_ZONE.with("seen", (int) nearest, "allowed", QrSymbol.QUIET_ZONE));
  }

  /** How many dots the middle of a dot lies outside of the symbol, in one direction. */
  private double outside(int dot, double quiet) {
    return Math.max(quiet - (dot + 0.5), dot + 0.5 - (drawn.side() - quiet));
  }

  private Optional<Refusal> straight() {
    return unlessIntended(dots.readStraight().or(dots::read), "printed");
  }

  private Optional<Refusal> askew() {
    int side = (int) Math.ceil(drawn.modules() * SEEN_DOTS_A_MODULE * TURNED);
    double scale = drawn.dotsPerModule() / SEEN_DOTS_A_MODULE;
    GreyDots sharp = scale > 1 ? dots.blurred((int) Math.round(scale / 2)) : dots;
    Optional<String> read =
        ASKEW.stream()
            .map(degrees -> sharp.turned(Math.toRadians(degrees), side, scale).blurred(1).read())
            .flatMap(Optional::stream)
            .findFirst();
    return unlessIntended(read, "turned a little and blurred");
  }

  private Optional<Refusal> unlessIntended(Optional<String> read, String state) {
    if (read.isEmpty()) {
      return Optional.of(SymbolRefusal.UNREADABLE.with("seen", state));
    }
    return read.get().equals(intended)
        ? Optional.empty()
        : Optional.of(SymbolRefusal.SAYS_ANOTHER.with("seen", read.get(), "allowed", intended));
  }

  private int lightnessAt(double column, double row) {
    return dots.at((int) (column * drawn.dotsPerModule()), (int) (row * drawn.dotsPerModule()));
  }
}
