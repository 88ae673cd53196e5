package tapwright.agent.print.page;

/**
 * The two colours of a symbol.
 *
 * @param dark of its dark modules
 * @param light of its light modules and its quiet zone
 */
public record SymbolInks(Ink dark, Ink light) {

  public static final SymbolInks BLACK_ON_WHITE = new SymbolInks(Ink.BLACK, Ink.WHITE);
}
