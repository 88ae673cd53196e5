package tapwright.agent.print.page;

/** One thing that is drawn on a surface; later marks lie over earlier ones. */
public sealed interface Mark permits TextMark, SymbolMark, ImageMark, FilledMark {

  /** The same mark at another place. */
  Mark moved(Offset by);
}
