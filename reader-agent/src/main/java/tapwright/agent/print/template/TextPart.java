package tapwright.agent.print.template;

import tapwright.agent.print.page.Frame;

/**
 * A text in its room.
 *
 * @param frame the room
 * @param wording what it says
 * @param style how it looks
 */
public record TextPart(Frame frame, Wording wording, TextStyle style) implements TemplatePart {}
