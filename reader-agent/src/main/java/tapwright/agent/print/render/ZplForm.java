package tapwright.agent.print.render;

/** How a label goes to a label printer. */
public enum ZplForm {
  /** As one picture: what prints is what was proven, in every script. */
  GRAPHIC,
  /** As commands of the printer's own where it has them; shorter, and read by nobody before. */
  NATIVE
}
