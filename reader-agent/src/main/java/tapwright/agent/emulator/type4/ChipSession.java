package tapwright.agent.emulator.type4;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.tag.dna.AesCmac;
import tapwright.core.tag.dna.AesKey;

/** The chip's end of secure messaging (NT4H2421Gx data sheet, section 9.1). */
final class ChipSession {

  /** How a command and its answer are protected. */
  enum Protection {
    PLAIN,
    CODED,
    FULL
  }

  private static final int CODE_SIZE = 8;
  private static final int DONE = 0x00;

  private final int keyNumber;
  private final Bytes ti;
  private final AesKey encryption;
  private final AesKey authentication;
  private int counter;

  private ChipSession(int keyNumber, Bytes ti, AesKey encryption, AesKey authentication) {
    this.keyNumber = keyNumber;
    this.ti = ti;
    this.encryption = encryption;
    this.authentication = authentication;
  }

  /** What two sides that share a key and two numbers make of them (section 9.1.7). */
  record Agreement(int keyNumber, AesKey key, Bytes rndA, Bytes rndB) {

    private AesKey derived(Bytes label) {
      Bytes vector =
          label
              .plus(Bytes.ofHex("00010080"))
              .plus(rndA.slice(0, 2))
              .plus(ChipAes.xor(rndA.slice(2, 8), rndB.slice(0, 6)))
              .plus(rndB.slice(6, 16))
              .plus(rndA.slice(8, 16));
      return new AesKey(AesCmac.of(key, vector));
    }
  }

  static ChipSession open(Agreement agreement, Bytes ti) {
    return new ChipSession(
        agreement.keyNumber(),
        ti,
        agreement.derived(Bytes.of(0xA5, 0x5A)),
        agreement.derived(Bytes.of(0x5A, 0xA5)));
  }

  /** The same transaction with another key: identifier and counter stay. */
  ChipSession reopened(Agreement agreement) {
    ChipSession next = open(agreement, ti);
    next.counter = counter;
    return next;
  }

  int keyNumber() {
    return keyNumber;
  }

  /** The data behind the header, in the clear; empty when code or padding are wrong. */
  Optional<Bytes> unsealed(CommandApdu command, int headerSize, Protection protection) {
    Bytes field = command.data();
    int end = protection == Protection.PLAIN ? field.size() : field.size() - CODE_SIZE;
    if (end < headerSize || !isCoded(command.ins(), field, end, protection)) {
      return Optional.empty();
    }
    Bytes data = field.slice(headerSize, end);
    return protection == Protection.FULL && !data.isEmpty()
        ? deciphered(data)
        : Optional.of(data);
  }

  private boolean isCoded(int instruction, Bytes field, int end, Protection protection) {
    return protection == Protection.PLAIN
        || code(instruction, field.slice(0, end)).equals(field.sliceFrom(end));
  }

  private Optional<Bytes> deciphered(Bytes data) {
    if (data.size() % ChipAes.BLOCK != 0) {
      return Optional.empty();
    }
    Bytes padded = ChipAes.decipher(encryption, vector(Bytes.of(0xA5, 0x5A)), data);
    int last = padded.size() - 1;
    while (last > 0 && padded.at(last) == 0) {
      last--;
    }
    return padded.at(last) == 0x80 ? Optional.of(padded.slice(0, last)) : Optional.empty();
  }

  /** The answer with its protection; the counter moves on. */
  Bytes sealed(Bytes data, Protection protection) {
    counter++;
    if (protection == Protection.PLAIN) {
      return data;
    }
    Bytes sent =
        protection == Protection.FULL && !data.isEmpty()
            ? ChipAes.encipher(encryption, vector(Bytes.of(0x5A, 0xA5)), padded(data))
            : data;
    return sent.plus(code(DONE, sent));
  }

  private static Bytes padded(Bytes data) {
    int size = (data.size() / ChipAes.BLOCK + 1) * ChipAes.BLOCK;
    return data.plus(Bytes.of(0x80)).padTo(size);
  }

  private Bytes code(int first, Bytes data) {
    return AesCmac.truncated(authentication, Bytes.of(first).plus(counted()).plus(ti).plus(data));
  }

  private Bytes vector(Bytes label) {
    Bytes input = label.plus(ti).plus(counted());
    return ChipAes.encipher(encryption, input.padTo(ChipAes.BLOCK));
  }

  private Bytes counted() {
    return Bytes.of(counter & 0xFF, counter >> 8);
  }
}
