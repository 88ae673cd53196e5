package tapwright.agent.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.Tear;
import tapwright.agent.encode.PhoneView;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * One card to be made on one kind of reader.
 *
 * @param start the card as it is before; copied, never used up
 */
record WalkedCard(EmulatedTag start, ReaderKind kind, WalkContent content) {

  private static final Uid UID_OF_THE_FIRST = Uid.ofHex("04000000000000");
  private static final ReaderKind MAKER = ReaderKind.ACR122U;
  private static final Tear MIDWAY = new Tear(4, 2);

  /** The card with what it holds before, made at the station on a reader that knows all. */
  static WalkedCard of(
      EmulatedChip chip, ReaderKind kind, WalkContent content, WalkStation station) {
    EmulatedTag start = EmulatedTag.blank(chip, UID_OF_THE_FIRST);
    for (int i = 0; i < content.before().size(); i++) {
      start = CopiedTag.numbered(start, station.nextNumber());
      if (content.torn() && i == content.before().size() - 1) {
        start.tearAt(MIDWAY);
      }
      String owner = "before " + start.uid();
      station.present(station.stand(MAKER, WalkFault.NONE), start, owner, content.before().get(i));
    }
    return new WalkedCard(start, kind, content);
  }

  /** The tag's memory before the first and after each exchange of an undisturbed encoding. */
  List<Bytes> memoriesAt(WalkStation station) {
    int number = station.nextNumber();
    EmulatedTag tag = CopiedTag.numbered(start, number);
    List<Bytes> memories = new ArrayList<>(List.of(tag.memory()));
    WalkStand stand = station.stand(kind, WalkFault.NONE);
    stand.afterEach(() -> memories.add(tag.memory()));
    station.present(stand, tag, "row " + number, content.wanted());
    return memories;
  }

  /** Whether a phone sees nothing, what was there before, or what was ordered. */
  boolean mayShow(EmulatedTag tag) {
    String shown = PhoneView.of(tag);
    return shown.equals(PhoneView.NOTHING) || shown.equals(PhoneView.of(start)) || showsWanted(tag);
  }

  boolean showsWanted(EmulatedTag tag) {
    String wanted = content.wanted().messages().getFirst().toHex().toLowerCase(Locale.ROOT);
    return PhoneView.of(tag).equals(wanted);
  }

  @Override
  public String toString() {
    return start.chip() + " on " + kind.label() + ", " + content.name();
  }
}
