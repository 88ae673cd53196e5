package tapwright.agent.emulator;

import tapwright.core.Bytes;

/**
 * A contactless reader's firmware: command APDU in, response APDU out, with the tag's own frames in
 * between (PC/SC part 3 section 3.2.2). For one thread at a time.
 */
public final class ReaderFront {

  /**
   * What every Type 2 tag shows itself as: a storage card of ISO/IEC 14443-3 A, named MIFARE
   * Ultralight (PC/SC part 3 section 3.1.3.2.3).
   */
  public static final Bytes ATR = Bytes.ofHex("3B8F8001804F0CA0000003060300030000000068");

  private static final int PSEUDO_CLASS = 0xFF;
  private static final int HEADER = 5;
  private static final int BLOCK = 16;

  private final ReaderKind kind;
  private final TransparentSession session = new TransparentSession();

  public ReaderFront(ReaderKind kind) {
    this.kind = kind;
  }

  public ReaderKind kind() {
    return kind;
  }

  /** The reader switches its field off and on, as it does for a new card or a reset. */
  public void cycleField(VirtualTag tag) {
    session.close();
    tag.cycleField();
  }

  /** What the reader makes up as the card's ATR. */
  public Bytes atr(VirtualTag tag) {
    return switch (tag) {
      case EmulatedTag type2 -> ATR;
      case EmulatedType4Tag type4 -> type4.kind().atr();
    };
  }

  /** Answers one command APDU; without a byte when a Type 4 tag was torn off over it. */
  public Bytes answer(VirtualTag tag, Bytes command) {
    return switch (tag) {
      case EmulatedTag type2 -> storageCard(type2, command);
      case EmulatedType4Tag type4 -> Type4Front.answer(type4, command);
    };
  }

  /** A Type 2 tag hears nothing but what the reader makes of its pseudo-APDUs, short form. */
  private Bytes storageCard(EmulatedTag tag, Bytes command) {
    if (command.size() < HEADER) {
      return StatusWord.WRONG_LENGTH.bytes();
    }
    if (command.at(0) != PSEUDO_CLASS) {
      return StatusWord.UNKNOWN_CLASS.bytes();
    }
    return switch (command.at(1)) {
      case 0xCA -> uid(tag, command);
      case 0xB0 -> session.isOpen() ? notInSession() : readBlock(tag, command);
      case 0xD6 -> session.isOpen() ? notInSession() : writePage(tag, command);
      case 0x00 -> directTransmit(tag, command);
      case 0xC2 -> transparent(tag, command);
      default -> StatusWord.UNKNOWN_INSTRUCTION.bytes();
    };
  }

  private static Bytes notInSession() {
    return StatusWord.CONDITIONS_NOT_MET.bytes();
  }

  private static Bytes uid(EmulatedTag tag, Bytes command) {
    return command.at(2) == 0 && command.at(3) == 0
        ? StatusWord.OK.after(tag.uid().value())
        : StatusWord.FUNCTION_NOT_SUPPORTED.bytes();
  }

  private Bytes readBlock(EmulatedTag tag, Bytes command) {
    int most = kind.pagesPerBlock() * TagMemory.PAGE_SIZE;
    int asked = command.at(4) == 0 ? BLOCK : command.at(4);
    if (asked > BLOCK) {
      return StatusWord.WRONG_LENGTH.bytes();
    }
    return tag.answer(Bytes.of(0x30, command.at(3))) instanceof TagAnswer.Data data
        ? StatusWord.OK.after(data.bytes().slice(0, Math.min(asked, most)))
        : StatusWord.NO_ANSWER_FROM_TAG.bytes();
  }

  private static Bytes writePage(EmulatedTag tag, Bytes command) {
    if (command.at(4) != TagMemory.PAGE_SIZE || command.size() != HEADER + TagMemory.PAGE_SIZE) {
      return StatusWord.WRONG_LENGTH.bytes();
    }
    Bytes frame = Bytes.of(0xA2, command.at(3)).plus(command.sliceFrom(HEADER));
    return tag.answer(frame) instanceof TagAnswer.Ack
        ? StatusWord.OK.bytes()
        : StatusWord.NO_ANSWER_FROM_TAG.bytes();
  }

  private Bytes directTransmit(EmulatedTag tag, Bytes command) {
    if (kind != ReaderKind.ACR122U) {
      return StatusWord.UNKNOWN_INSTRUCTION.bytes();
    }
    return hasItsData(command)
        ? DirectTransmit.answer(tag, data(command))
        : StatusWord.WRONG_LENGTH.bytes();
  }

  private Bytes transparent(EmulatedTag tag, Bytes command) {
    if (kind != ReaderKind.PCSC) {
      return StatusWord.FUNCTION_NOT_SUPPORTED.bytes();
    }
    return hasItsData(command)
        ? session.answer(tag, command.at(3), data(command))
        : StatusWord.WRONG_LENGTH.bytes();
  }

  /** Lc bytes of data, with or without an Le byte after them. */
  private static boolean hasItsData(Bytes command) {
    int rest = command.size() - HEADER - command.at(4);
    return command.at(4) > 0 && (rest == 0 || rest == 1);
  }

  private static Bytes data(Bytes command) {
    return command.slice(HEADER, HEADER + command.at(4));
  }
}
