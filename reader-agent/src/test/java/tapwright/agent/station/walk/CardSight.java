package tapwright.agent.station.walk;

import java.util.List;
import java.util.Optional;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.emulator.TagAnswer;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.PhoneView;
import tapwright.agent.encode.type4.SignedView;
import tapwright.core.Bytes;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.dna.DnaKeys;

/** What can be seen of a card from outside, by asking the chip itself; the card stays as it is. */
final class CardSight {

  private static final int CONTAINER_PAGE = 3;
  private static final int STATIC_LOCK_AT = 10;
  private static final int ACCESS_AT = 15;

  private CardSight() {}

  /** The message that a phone shows, as hex digits, or {@link PhoneView#NOTHING}. */
  static String shown(VirtualTag tag) {
    return switch (tag) {
      case EmulatedTag type2 -> PhoneView.of(type2);
      case EmulatedType4Tag type4 -> signed(type4).shown();
    };
  }

  /** Whether anything of it became read-only for ever since it was like this. */
  static boolean isLockedSince(VirtualTag start, VirtualTag tag) {
    return switch (tag) {
      case EmulatedTag type2 -> !lockBytes(type2).equals(lockBytes((EmulatedTag) start));
      case EmulatedType4Tag type4 -> isSigning(type4) && signed(type4).isLocked();
    };
  }

  /** Whether nobody has the key that changes the card; a password was given with its row. */
  static boolean hasLostItsKey(VirtualTag tag) {
    return switch (tag) {
      case EmulatedTag type2 -> false;
      case EmulatedType4Tag type4 -> isSigning(type4) && !signed(type4).hasKnownMaster();
    };
  }

  /** Whether it is closed just as it was asked for, no less and no more. */
  static boolean isClosedAs(Finish finish, VirtualTag tag) {
    return switch (tag) {
      case EmulatedTag type2 -> isClosedAs(finish, type2);
      case EmulatedType4Tag type4 -> !isSigning(type4) || isClosedAs(finish, signed(type4));
    };
  }

  private static boolean isClosedAs(Finish finish, EmulatedTag tag) {
    Optional<TagPassword> password = finish.password().map(PasswordSetting::secret);
    boolean opens = password.isEmpty() || password.get().pack().equals(packOf(tag, password.get()));
    int last = tag.chip().lastUserPage();
    return opens
        && List.of(CONTAINER_PAGE, CONTAINER_PAGE + 1, last / 2, last).stream()
            .allMatch(
                page ->
                    takesWrite(tag, page, Optional.empty()) == finish.isOpen()
                        && takesWrite(tag, page, password) != finish.lock());
  }

  private static boolean isClosedAs(Finish finish, SignedView card) {
    return card.isLocked() == finish.lock() && (finish.keys().isEmpty() || card.takesAllKeys());
  }

  private static Bytes packOf(EmulatedTag tag, TagPassword password) {
    EmulatedTag copy = CopiedTag.of(tag);
    copy.place();
    return give(copy, password) instanceof TagAnswer.Data(Bytes pack) ? pack : Bytes.EMPTY;
  }

  private static boolean takesWrite(EmulatedTag tag, int page, Optional<TagPassword> password) {
    EmulatedTag copy = CopiedTag.of(tag);
    copy.place();
    password.ifPresent(secret -> give(copy, secret));
    Bytes same = tag.memory().slice(page * 4, page * 4 + 4);
    return copy.answer(Bytes.of(0xA2, page).plus(same)) instanceof TagAnswer.Ack;
  }

  private static TagAnswer give(EmulatedTag tag, TagPassword password) {
    return tag.answer(Bytes.of(0x1B).plus(password.password()));
  }

  /** Static and dynamic lock bytes, and the access byte of the capability container. */
  private static Bytes lockBytes(EmulatedTag tag) {
    Bytes memory = tag.memory();
    int dynamic = (tag.chip().lastUserPage() + 1) * 4;
    return memory
        .slice(STATIC_LOCK_AT, STATIC_LOCK_AT + 2)
        .plus(memory.slice(ACCESS_AT, ACCESS_AT + 1))
        .plus(memory.slice(dynamic, Math.max(dynamic, tag.chip().configurationPage() * 4)));
  }

  /** Whether a card that was emptied is anybody's, as from the factory. */
  static boolean isAnybodys(VirtualTag tag) {
    return switch (tag) {
      case EmulatedTag type2 -> isClosedAs(Finish.OPEN, type2);
      case EmulatedType4Tag type4 ->
          !isSigning(type4) || new SignedView(type4, DnaKeys.FACTORY).takesAllKeys();
    };
  }

  private static boolean isSigning(EmulatedType4Tag tag) {
    return tag.kind() == EmulatedType4Model.NTAG424;
  }

  private static SignedView signed(EmulatedType4Tag tag) {
    return new SignedView(tag, WalkContent.KEYS);
  }
}
