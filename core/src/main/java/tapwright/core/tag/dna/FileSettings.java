package tapwright.core.tag.dna;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * What ChangeFileSettings sets (NT4H2421Gx data sheet, section 10.7.1); the file is always read and
 * written in the clear, as phones need it.
 *
 * @param access who may do what
 * @param signed where the chip signs, if it does
 */
public record FileSettings(FileAccess access, Optional<SdmLayout> signed) {

  /** Bit 6 of the file option: secure dynamic messaging; the rest is CommMode.Plain. */
  static final int SDM_ENABLED = 0x40;

  /** The command's data. */
  public Bytes encode() {
    return options().plus(signed.map(SdmLayout::encode).orElse(Bytes.EMPTY));
  }

  Bytes options() {
    return Bytes.of(signed.isPresent() ? SDM_ENABLED : 0).plus(access.encode());
  }
}
