package tapwright.core.tag.dna;

/**
 * The keys that a card's signed links are verified with; never shown.
 *
 * @param metaRead enciphers UID and counter
 * @param fileRead signs
 */
public record SunKeys(AesKey metaRead, AesKey fileRead) {}
