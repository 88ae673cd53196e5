package tapwright.agent.print.template;

import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.Ink;

/**
 * A rectangle of one colour, or a line where it is thin.
 *
 * @param frame what is filled
 * @param ink with what
 */
public record FillPart(Frame frame, Ink ink) implements TemplatePart {}
