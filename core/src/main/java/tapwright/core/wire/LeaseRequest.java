package tapwright.core.wire;

/**
 * A station asks for work.
 *
 * @param max how many jobs at most, 1 to 500
 */
public record LeaseRequest(int max) {}
