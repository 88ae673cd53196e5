package tapwright.core.tag.dna;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The five keys of an NTAG 424 DNA, by their number (NT4H2421Gx data sheet, section 8.2.4).
 *
 * <table>
 * <caption>What a card uses them for</caption>
 * <tr><td>0</td><td>master: changes the keys and the settings of files, writes the message</td></tr>
 * <tr><td>1</td><td>enciphers UID and counter in the link</td></tr>
 * <tr><td>2</td><td>signs the link</td></tr>
 * <tr><td>3, 4</td><td>nothing; they are changed all the same, so that nobody else sets them</td></tr>
 * </table>
 *
 * <p>Every key differs from card to card, that of the enciphered UID too: the link names the card
 * by its slug, so that the server finds the keys before it knows the UID.
 *
 * @param keys keys 0 to 4
 */
public record DnaKeys(List<AesKey> keys) {

  /** How many keys the chip has. */
  public static final int COUNT = 5;

  /** The key that changes keys and settings. */
  public static final int MASTER = 0;

  /** The key of SDMMetaRead: it enciphers UID and counter. */
  public static final int META_READ = 1;

  /** The key of SDMFileRead: it signs. */
  public static final int FILE_READ = 2;

  /** The keys of a chip that nobody has changed. */
  public static final DnaKeys FACTORY =
      new DnaKeys(IntStream.range(0, COUNT).mapToObj(number -> AesKey.FACTORY).toList());

  public DnaKeys {
    keys = List.copyOf(keys);
    if (keys.size() != COUNT) {
      throw new IllegalArgumentException("keys are " + keys.size() + ", allowed are " + COUNT);
    }
  }

  /** The key of that number. */
  public AesKey key(int number) {
    return keys.get(number);
  }

  /** Those that its signed links are verified with. */
  public SunKeys sun() {
    return new SunKeys(key(META_READ), key(FILE_READ));
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return COUNT + " AES keys";
  }
}
