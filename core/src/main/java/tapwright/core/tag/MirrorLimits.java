package tapwright.core.tag;

/**
 * The last page at which a mirror may begin, by what it shows (NTAG213/215/216 data sheet, 8.7).
 *
 * @param uid the UID alone, 14 characters
 * @param counter the read counter alone, 6 characters
 * @param both UID, an x and the counter, 21 characters
 */
public record MirrorLimits(int uid, int counter, int both) {}
