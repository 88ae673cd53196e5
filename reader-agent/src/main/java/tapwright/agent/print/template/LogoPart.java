package tapwright.agent.print.template;

import tapwright.agent.print.page.Frame;

/**
 * Room for the shop's logo, which keeps its proportions; empty where there is none.
 *
 * @param frame the room
 */
public record LogoPart(Frame frame) implements TemplatePart {}
