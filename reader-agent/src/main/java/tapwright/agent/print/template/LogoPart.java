package tapwright.agent.print.template;

import tapwright.agent.print.page.Frame;

/**
 * Room for the shop's logo, which keeps its proportions and stands at the left of it; empty where
 * there is none.
 *
 * @param frame the room
 */
public record LogoPart(Frame frame) implements TemplatePart {

  /** Which picture a template may ask for. */
  enum Source {
    LOGO
  }
}
