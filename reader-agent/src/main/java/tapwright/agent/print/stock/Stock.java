package tapwright.agent.print.stock;

import tapwright.agent.print.page.LabelSize;

/** What is printed on. */
public sealed interface Stock permits SingleStock, SheetStock {

  /** Lower-case words joined by hyphens. */
  String id();

  /** What it says on the box. */
  String title();

  /** One label. */
  LabelSize label();
}
