package tapwright.core.tag.inspect;

import tapwright.core.Refusal;
import tapwright.core.tag.originality.Originality;

/**
 * One fact on which a verdict on a card rests.
 *
 * @param code its stable name
 * @param words the fact for people
 */
public record Ground(Code code, String words) {

  /** The facts that there are. */
  public enum Code {
    CHIP_UNKNOWN("chip-unknown"),
    UID_OURS("uid-ours"),
    UID_ANOTHERS("uid-anothers"),
    UID_EMPTIED("uid-emptied"),
    UID_REWRITTEN("uid-rewritten"),
    UID_BEGUN("uid-begun"),
    UID_UNREAD("uid-unread"),
    UID_UNKNOWN("uid-unknown"),
    SIGNATURE_GENUINE("signature-genuine"),
    SIGNATURE_WRONG("signature-wrong"),
    SIGNATURE_MISSING("signature-missing"),
    SIGNATURE_NOT_ASKED("signature-not-asked"),
    CONTENT_EQUAL("content-equal"),
    CONTENT_DIFFERS("content-differs"),
    CONTENT_FIXED("content-fixed"),
    CONTENT_AS_WRITTEN("content-as-written"),
    CONTENT_NOT_AS_WRITTEN("content-not-as-written"),
    CONTENT_NOT_COMPARED("content-not-compared"),
    CONTENT_EMPTY("content-empty"),
    CONTENT_TORN("content-torn"),
    CONTENT_BROKEN("content-broken"),
    CONTENT_HIDDEN("content-hidden"),
    WRITABLE_BY_ANYBODY("writable-by-anybody"),
    WRITABLE_WITH_SECRET("writable-with-secret"),
    WRITABLE_BY_NOBODY("writable-by-nobody"),
    WRITABLE_UNKNOWN("writable-unknown"),
    MEMORY_UNSTEADY("memory-unsteady"),
    MEMORY_DEAD("memory-dead");

    private final String code;

    Code(String code) {
      this.code = code;
    }

    /** Lower-case words joined by hyphens, never changed once published. */
    public String code() {
      return code;
    }
  }

  static Ground chip(Refusal why) {
    return new Ground(Code.CHIP_UNKNOWN, "no card is made of such a chip: " + why.message());
  }

  /** It proves the batch and not the card, since UID and signature can be copied together. */
  static Ground of(Originality originality) {
    Code code =
        switch (originality) {
          case GENUINE_BATCH -> Code.SIGNATURE_GENUINE;
          case SIGNATURE_WRONG -> Code.SIGNATURE_WRONG;
          case NO_SIGNATURE -> Code.SIGNATURE_MISSING;
          case NOT_ASKED -> Code.SIGNATURE_NOT_ASKED;
        };
    return new Ground(code, originality.words());
  }

  static Ground of(Ownership ownership, Match match) {
    return switch (ownership) {
      case OURS -> new Ground(Code.UID_OURS, "its UID is that of a card of ours" + forWhat(match));
      case ANOTHERS ->
          new Ground(Code.UID_ANOTHERS, "its UID is that of another card than the order's");
      case EMPTIED -> new Ground(Code.UID_EMPTIED, "it was made here, and emptied here since");
      case REWRITTEN ->
          new Ground(
              Code.UID_REWRITTEN,
              "it was made here for the order, and here with another message since");
      case BEGUN -> new Ground(Code.UID_BEGUN, "it was begun here and not finished");
      case UNREAD ->
          new Ground(
              Code.UID_UNREAD,
              "its UID is that of a card of ours, of which it is not on record what it held");
      case UNKNOWN ->
          new Ground(Code.UID_UNKNOWN, "whether a card of this UID was made is not known here");
    };
  }

  private static String forWhat(Match match) {
    return switch (match) {
      case Match.AsWritten equal -> ", as is on record";
      case Match.NotAsWritten differs -> ", as is on record";
      case Match.NotCompared none -> " for the order";
      case Match.Equal equal -> " for the order";
      case Match.DiffersAt differs -> " for the order";
      case Match.FixedText fixed -> " for the order";
    };
  }

  static Ground of(Match match) {
    return switch (match) {
      case Match.Equal equal ->
          new Ground(Code.CONTENT_EQUAL, "it shows what was ordered, byte for byte");
      case Match.DiffersAt(int index) ->
          new Ground(
              Code.CONTENT_DIFFERS,
              "it shows another message than was ordered, from byte " + index + " on");
      case Match.FixedText(Refusal why) ->
          new Ground(
              Code.CONTENT_FIXED, "it shows what was ordered, as fixed text: " + why.message());
      case Match.AsWritten equal ->
          new Ground(Code.CONTENT_AS_WRITTEN, "it shows what is on record of it, byte for byte");
      case Match.NotAsWritten differs ->
          new Ground(
              Code.CONTENT_NOT_AS_WRITTEN, "it shows another message than is on record of it");
      case Match.NotCompared none ->
          new Ground(
              Code.CONTENT_NOT_COMPARED,
              "it shows a message; nothing was given to compare it with");
    };
  }

  static Ground of(Showing showing, Match match) {
    return switch (showing) {
      case Showing.Message message -> of(match);
      case Showing.Empty(boolean leftover) when leftover ->
          new Ground(
              Code.CONTENT_TORN,
              "it shows no message, with data left behind: a write that was not finished");
      case Showing.Empty empty -> new Ground(Code.CONTENT_EMPTY, "it is empty");
      case Showing.Broken(Refusal why) ->
          new Ground(Code.CONTENT_BROKEN, "what it holds is no message: " + why.message());
      case Showing.Hidden(Refusal why) ->
          new Ground(Code.CONTENT_HIDDEN, "it does not let itself be read: " + why.message());
    };
  }

  static Ground of(Openness openness) {
    return switch (openness) {
      case ANYBODY ->
          new Ground(Code.WRITABLE_BY_ANYBODY, "anybody with a phone can change what it shows");
      case SECRET_HOLDER ->
          new Ground(
              Code.WRITABLE_WITH_SECRET,
              "its password or its keys are needed to change what it shows");
      case NOBODY ->
          new Ground(Code.WRITABLE_BY_NOBODY, "nobody can change what it shows: it is locked");
      case UNKNOWN ->
          new Ground(Code.WRITABLE_UNKNOWN, "who can change what it shows could not be told");
    };
  }

  static Ground of(Flaw flaw) {
    return switch (flaw.kind()) {
      case UNSTEADY ->
          new Ground(Code.MEMORY_UNSTEADY, flaw.place() + " read differently at two looks");
      case DEAD ->
          new Ground(Code.MEMORY_DEAD, flaw.place() + " did not keep what was written to it");
    };
  }
}
