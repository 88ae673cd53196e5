package tapwright.agent.print.template;

import tapwright.agent.print.page.Frame;

/** One thing that a template puts on a label. */
public sealed interface TemplatePart permits TextPart, SymbolPart, LogoPart, FillPart {

  /** Where it stands, in millimetres. */
  Frame frame();
}
