package tapwright.agent.emulator.type4;

import java.util.function.IntFunction;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.AesCmac;
import tapwright.core.tag.dna.AesKey;

/**
 * What the chip lays over its NDEF file when nobody is authenticated: secure dynamic messaging
 * (NT4H2421Gx data sheet, section 9.3).
 *
 * @param settings what is mirrored, and where
 * @param keys the key of each number
 * @param uid the chip's
 * @param counter SDMReadCtr of this read
 */
record SdmMirror(SdmSettings settings, IntFunction<AesKey> keys, Uid uid, int counter) {

  private static final int UID_LENGTH = 7;

  /** How many bytes of chance fill the block of enciphered UID and counter. */
  static final int CHANCE = 16;

  /** The file as this read shows it. */
  Bytes over(Bytes content, Bytes chance) {
    Bytes shown = content;
    shown = with(shown, SdmField.UID_OFFSET, uid.toString());
    shown = with(shown, SdmField.COUNTER_OFFSET, "%06X".formatted(counter));
    shown = with(shown, SdmField.PICC_DATA_OFFSET, piccData(chance));
    shown = withEnciphered(shown);
    return with(shown, SdmField.MAC_OFFSET, code(shown));
  }

  private Bytes with(Bytes content, SdmField field, String text) {
    return settings
        .number(field)
        .map(at -> content.with(at, Bytes.ofUtf8(text)))
        .orElse(content);
  }

  /** Tag, UID and counter as far as they are mirrored, then chance (section 9.3.4). */
  private String piccData(Bytes chance) {
    if (settings.metaRead() >= FileRights.FREE) {
      return "";
    }
    int tag = settings.encoded().at(0) & (SdmSettings.UID | SdmSettings.COUNTER);
    Bytes plain = Bytes.of(settings.has(SdmSettings.UID) ? tag | UID_LENGTH : tag).plus(named());
    Bytes block = plain.plus(chance.slice(0, ChipAes.BLOCK - plain.size()));
    return ChipAes.encipher(keys.apply(settings.metaRead()), block).toHex();
  }

  /** The text in the first half of the place, enciphered over the whole of it (section 9.3.6). */
  private Bytes withEnciphered(Bytes content) {
    int length = settings.number(SdmField.ENCIPHERED_LENGTH).orElse(0);
    int at = settings.number(SdmField.ENCIPHERED_OFFSET).orElse(0);
    if (length == 0) {
      return content;
    }
    AesKey key = sessionKey(0xC3, 0x3C);
    Bytes iv = ChipAes.encipher(key, counterBytes().padTo(ChipAes.BLOCK));
    Bytes text = content.slice(at, at + length / 2);
    return content.with(at, Bytes.ofUtf8(ChipAes.encipher(key, iv, text).toHex()));
  }

  /** SDMMAC over what is shown between its input's offset and its own (section 9.3.8). */
  private String code(Bytes shown) {
    if (settings.fileRead() == FileRights.NEVER) {
      return "";
    }
    int from = settings.number(SdmField.MAC_INPUT_OFFSET).orElseThrow();
    int to = settings.number(SdmField.MAC_OFFSET).orElseThrow();
    return AesCmac.truncated(sessionKey(0x3C, 0xC3), shown.slice(from, to)).toHex();
  }

  private AesKey sessionKey(int label0, int label1) {
    Bytes vector = Bytes.of(label0, label1, 0x00, 0x01, 0x00, 0x80).plus(named());
    return new AesKey(
        AesCmac.of(keys.apply(settings.fileRead()), vector.padTo(ChipAes.BLOCK)));
  }

  private Bytes named() {
    Bytes number = settings.has(SdmSettings.UID) ? uid.value() : Bytes.EMPTY;
    return settings.has(SdmSettings.COUNTER) ? number.plus(counterBytes()) : number;
  }

  private Bytes counterBytes() {
    return Bytes.of(counter & 0xFF, (counter >> 8) & 0xFF, counter >> 16);
  }
}
