package tapwright.agent.station.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.Tear;
import tapwright.agent.emulator.VirtualModel;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.PhoneView;
import tapwright.core.tag.Uid;

/**
 * One card to be made on one kind of reader.
 *
 * @param start the card as it is before; copied, never used up
 */
record WalkedCard(VirtualTag start, ReaderKind kind, WalkContent content) {

  /** A reader that knows all. */
  static final ReaderKind MAKER = ReaderKind.ACR122U;

  private static final Uid UID_OF_THE_FIRST = Uid.ofHex("04000000000000");
  private static final Tear MIDWAY = new Tear(4, 2);

  /** The second write of a file is in the middle of its data. */
  private static final Tear MIDWAY_IN_FILE = new Tear(2, 2);

  /** The card with what it holds before, made at the station on a reader that knows all. */
  static WalkedCard of(
      VirtualModel model, ReaderKind kind, WalkContent content, WalkStation station) {
    VirtualTag start = model.blank(UID_OF_THE_FIRST, new Random(1));
    for (int i = 0; i < content.before().size(); i++) {
      start = CopiedTag.numbered(start, station.nextNumber());
      if (content.torn() && i == content.before().size() - 1) {
        start.tearAt(WalkContent.isType4(model) ? MIDWAY_IN_FILE : MIDWAY);
      }
      String owner = "before " + start.uid();
      station.present(station.stand(MAKER, WalkFault.NONE), start, owner, content.before().get(i));
    }
    return new WalkedCard(start, kind, content);
  }

  /** The exchanges of an undisturbed encoding. */
  List<WalkStep> stepsAt(WalkStation station, RandomGenerator random) {
    int number = station.nextNumber();
    VirtualTag tag = CopiedTag.numbered(start, number);
    List<WalkStep.Moment> moments = new ArrayList<>(List.of(WalkStep.Moment.of(tag)));
    WalkStand stand = station.stand(kind, WalkFault.NONE);
    stand.afterEach(() -> moments.add(WalkStep.Moment.of(tag)));
    station.present(stand, tag, "row " + number, content.wanted());
    return WalkStep.of(tag, moments, random);
  }

  /** Whether a phone sees nothing, what was there before, or what was ordered. */
  boolean mayShow(VirtualTag tag) {
    String shown = CardSight.shown(tag);
    return shown.equals(PhoneView.NOTHING)
        || shown.equals(CardSight.shown(start))
        || showsWanted(tag);
  }

  boolean showsWanted(VirtualTag tag) {
    String wanted = content.wanted().messages().getFirst().toHex().toLowerCase(Locale.ROOT);
    return CardSight.shown(tag).equals(wanted);
  }

  @Override
  public String toString() {
    return start.model() + " on " + kind.label() + ", " + content.name();
  }
}
