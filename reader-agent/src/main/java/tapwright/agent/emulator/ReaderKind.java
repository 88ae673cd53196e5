package tapwright.agent.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways in which real readers let a tag be spoken to; firmware-notes/readers has a page with the
 * sources for each.
 */
public enum ReaderKind {
  /** PN532 commands through FF 00 00 00; wedged by a read past the end. */
  ACR122U(Passage.DIRECT_TRANSMIT, 4, StatusWord.FUNCTION_NOT_SUPPORTED, OwnCommands.ACS_TRANSMIT),

  /** The transparent session FF C2; lamp and buzzer by escape. */
  ACR1252U(
      Passage.TRANSPARENT_SESSION, 4, StatusWord.FUNCTION_NOT_SUPPORTED, OwnCommands.ACS_ESCAPE),

  /** As the ACR1252U, as far as is known. */
  ACR1552U(
      Passage.TRANSPARENT_SESSION, 4, StatusWord.FUNCTION_NOT_SUPPORTED, OwnCommands.ACS_ESCAPE),

  /** Nothing but the standard commands. */
  OMNIKEY_5022(Passage.NONE, 4, StatusWord.UNKNOWN_INSTRUCTION, OwnCommands.NONE),

  /** Nothing but the standard commands. */
  OMNIKEY_5427(Passage.NONE, 4, StatusWord.UNKNOWN_INSTRUCTION, OwnCommands.NONE),

  /** FF B0 returns 4 bytes whatever was asked for. */
  IDENTIV_3700F(Passage.NONE, 1, StatusWord.UNKNOWN_INSTRUCTION, OwnCommands.NONE),

  /** As the 3700 F, on its contactless slot. */
  IDENTIV_4701F(Passage.NONE, 1, StatusWord.UNKNOWN_INSTRUCTION, OwnCommands.NONE),

  /** ENCAPSULATE FF FE, and status words that tell how the air failed. */
  SPRINGCARD(Passage.ENCAPSULATE, 4, StatusWord.UNKNOWN_INSTRUCTION, OwnCommands.SPRINGCARD),

  /** The transparent session FF C2 of PC/SC part 3 supplement 2, and nothing of a maker's own. */
  PCSC(Passage.TRANSPARENT_SESSION, 4, StatusWord.UNKNOWN_INSTRUCTION, OwnCommands.NONE),

  /** FF B0 of 16 bytes and FF D6, nothing else. */
  FF_ONLY(Passage.NONE, 4, StatusWord.UNKNOWN_INSTRUCTION, OwnCommands.NONE),

  /** As {@link #FF_ONLY}, but FF B0 returns 4 bytes whatever was asked for. */
  FF_ONLY_4(Passage.NONE, 1, StatusWord.UNKNOWN_INSTRUCTION, OwnCommands.NONE);

  /** How a tag's own commands pass. */
  enum Passage {
    NONE,
    DIRECT_TRANSMIT,
    TRANSPARENT_SESSION,
    ENCAPSULATE
  }

  /** Commands for lamp and buzzer, and how they come. */
  enum OwnCommands {
    NONE,
    /** FF 00 with P1 40, 51 or 52 (ACR122U API 2.04 section 6). */
    ACS_TRANSMIT,
    /** E0 00 00 by SCardControl (ACM1252U-Y3 manual section 5.3). */
    ACS_ESCAPE,
    /** FF F0 (PMD2271-BA section 3.4.1). */
    SPRINGCARD
  }

  private final Passage passage;
  private final int pagesPerBlock;
  private final StatusWord unknown;
  private final OwnCommands ownCommands;

  ReaderKind(Passage passage, int pagesPerBlock, StatusWord unknown, OwnCommands ownCommands) {
    this.passage = passage;
    this.pagesPerBlock = pagesPerBlock;
    this.unknown = unknown;
    this.ownCommands = ownCommands;
  }

  Passage passage() {
    return passage;
  }

  /** How many pages FF B0 returns at most. */
  int pagesPerBlock() {
    return pagesPerBlock;
  }

  /** What it answers to a command that it does not know. */
  StatusWord unknown() {
    return unknown;
  }

  OwnCommands ownCommands() {
    return ownCommands;
  }

  /** What FF B0 and FF D6 answer when the tag gave neither data nor an acknowledgement. */
  StatusWord failure(TagAnswer answer) {
    if (this != SPRINGCARD) {
      return StatusWord.NO_ANSWER_FROM_TAG;
    }
    return answer instanceof TagAnswer.Nak ? StatusWord.WRONG_BIT_COUNT : StatusWord.CARD_MUTE;
  }

  /** Whether an FF B0 that the tag refuses makes it dumb until the tag is taken away. */
  boolean isWedgedByRefusedRead() {
    return this == ACR122U;
  }

  /** The name on the command line: lower case, with hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ReaderKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** All names on the command line. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(ReaderKind::label).toList();
  }
}
