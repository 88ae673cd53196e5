package tapwright.core.tap;

/**
 * What a request for a card's link says of itself.
 *
 * @param link which link was asked for
 * @param head whether the method was HEAD
 * @param agent the User-Agent header; empty when there is none
 * @param purpose what the browser says it asks for: the headers Sec-Purpose, Purpose, X-Purpose,
 *     X-Moz and Sec-Fetch-Mode in lower case, joined; empty when there is none
 * @param written what the chip put into the link
 * @param repeats whether it carries the cookie of a counted hit on this link, still fresh
 */
public record Hit(
    LinkKind link,
    boolean head,
    String agent,
    String purpose,
    ChipParameters written,
    boolean repeats) {}
