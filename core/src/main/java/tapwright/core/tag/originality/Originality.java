package tapwright.core.tag.originality;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * What a chip's signature over its UID (READ_SIG) says of where it comes from.
 *
 * <p>It is a warning, never a refusal: a chip whose version and memory are those of a known model
 * is written whatever its signature says, and staff are told. And it proves the batch, not the
 * chip: UID and signature can be copied together.
 */
public enum Originality {
  /** A maker's published key signed this UID. */
  GENUINE_BATCH("the maker's signature fits the UID", false),

  /** There is a signature, and no published key made it for this UID. */
  SIGNATURE_WRONG(
      "the signature fits no published key of the maker: probably a copy of the chip", true),

  /** The chip has none to show: it refused, or all bytes of it are zero, as on emulated chips. */
  NO_SIGNATURE(
      "the chip has no signature: a copy, an emulated chip, or an early genuine one", true),

  /** It was not read, as through a reader that passes no native commands. */
  NOT_ASKED("the signature was not read", false);

  private final String words;
  private final boolean warning;

  Originality(String words, boolean warning) {
    this.words = words;
    this.warning = warning;
  }

  /** What the signature of a chip with this UID says; an empty one is none. */
  public static Originality of(Uid uid, Bytes signature) {
    if (signature.equals(Bytes.zeros(signature.size()))) {
      return NO_SIGNATURE;
    }
    return MakerKey.of(uid, signature).isPresent() ? GENUINE_BATCH : SIGNATURE_WRONG;
  }

  /** What staff read before a card is changed for ever or given a password; mostly nothing. */
  public Optional<String> warning() {
    return switch (this) {
      case SIGNATURE_WRONG ->
          Optional.of(
              "its signature is not its maker's: probably a copy, which may not keep a lock or a"
                  + " password; put it aside");
      case NO_SIGNATURE ->
          Optional.of(
              "it has no signature of its maker, as copies, early genuine chips and emulated ones"
                  + " have none; lock one card of this delivery and try whether it stays locked,"
                  + " before many are made");
      case GENUINE_BATCH, NOT_ASKED -> Optional.empty();
    };
  }

  /** What staff read. */
  public String words() {
    return words;
  }

  /** Whether staff should look twice. */
  public boolean isWarning() {
    return warning;
  }
}
