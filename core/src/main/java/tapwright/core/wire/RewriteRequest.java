package tapwright.core.wire;

/**
 * A station asks what the chip on its reader shall hold by now.
 *
 * @param uid the chip's UID, 8, 14 or 20 upper-case hexadecimal digits
 */
public record RewriteRequest(String uid) {}
