package tapwright.agent.print.template;

import tapwright.agent.print.page.Frame;

/**
 * A text in its room.
 *
 * @param frame the room
 * @param wording what it says
 * @param style how it looks
 * @param optional whether it is left out where it cannot be set, rather than refused
 */
public record TextPart(Frame frame, Wording wording, TextStyle style, boolean optional)
    implements TemplatePart {}
