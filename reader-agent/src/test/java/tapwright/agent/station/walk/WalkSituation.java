package tapwright.agent.station.walk;

import java.util.List;
import java.util.Optional;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.journal.TagStanding;
import tapwright.core.Refusal;

/**
 * One card, one thing that goes wrong, and the same card presented again.
 *
 * @param number tells the card and its row from all others
 * @param torn what was being written at the fault, where it stays half written
 * @param second the kind of reader of the second presentation
 */
record WalkSituation(
    int number, WalkedCard card, WalkFault fault, Optional<Torn> torn, ReaderKind second) {

  static final String COMPLETE = "complete";

  /** UIDs of cards that are presented in another's place. */
  private static final int STRANGERS = 1 << 30;

  /**
   * How it went.
   *
   * @param ending in words that many situations share
   * @param isWrong whether it should never have been
   * @param hardShown whether garbage in a hard page showed as another message in between
   */
  record Outcome(String ending, boolean isWrong, boolean hardShown) {}

  Outcome playAt(WalkStation station) {
    VirtualTag tag = CopiedTag.numbered(card.start(), number);
    torn.ifPresent(tear -> tear.plan(tag));
    present(station, card.kind(), fault, tag);
    VirtualTag left = torn.map(tear -> tear.left(tag)).orElse(tag);
    boolean shownWrong = !card.mayShow(left);
    Optional<String> tooSoon = tooSoon(left, shownWrong);
    if (tooSoon.isPresent()) {
      return wrong(tooSoon.get());
    }
    if (station.standingOf(left) instanceof TagStanding.Begun && takesAnother(station)) {
      return wrong("another card is made in its place");
    }
    List<StationNews> news = present(station, second, WalkFault.NONE, left);
    if (isForAnotherReader(news)) {
      news = present(station, WalkedCard.MAKER, WalkFault.NONE, left);
    }
    return ended(station.standingOf(left), left, news, shownWrong);
  }

  /** What the card is after the fault that it must not be, if so. */
  private Optional<String> tooSoon(VirtualTag left, boolean shownWrong) {
    if (CardSight.hasLostItsKey(left)) {
      return Optional.of("no key 0 is known");
    }
    if (isHard()) {
      return Optional.empty();
    }
    if (shownWrong) {
      return Optional.of("shows " + CardSight.shown(left));
    }
    return CardSight.isLockedSince(card.start(), left) && !card.showsWanted(left)
        ? Optional.of("is locked and shows " + CardSight.shown(left))
        : Optional.empty();
  }

  /** Refused for the reader's sake, or not even readable there. */
  private static boolean isForAnotherReader(List<StationNews> news) {
    return refusalIn(news).filter(why -> why.code() == StationRefusal.READER_UNFIT).isPresent()
        || (!news.isEmpty() && news.getLast() instanceof StationNews.ReaderFailed);
  }

  private List<StationNews> present(
      WalkStation station, ReaderKind kind, WalkFault when, VirtualTag tag) {
    return station.present(
        station.stand(kind, when), tag, "row " + number, card.content().wanted());
  }

  /** Whether a card that lies there while the row's own card is away becomes the row's as well. */
  private boolean takesAnother(WalkStation station) {
    VirtualTag stranger = CopiedTag.numbered(card.start(), STRANGERS + number);
    WalkStep.Moment before = WalkStep.Moment.of(stranger);
    present(station, card.kind(), WalkFault.NONE, stranger);
    return !(station.standingOf(stranger) instanceof TagStanding.Free)
        || !WalkStep.Moment.of(stranger).equals(before);
  }

  private Outcome ended(
      TagStanding standing, VirtualTag tag, List<StationNews> news, boolean hardShown) {
    if (standing instanceof TagStanding.Done) {
      return done(tag, hardShown);
    }
    Optional<Refusal> refusal = refusalIn(news);
    if (refusal.isEmpty()) {
      return wrong("ends without a reason: " + news);
    }
    return card.mayShow(tag) || isHard()
        ? new Outcome("refused: " + refusal.get().code().code(), false, hardShown)
        : wrong("is refused and shows " + CardSight.shown(tag));
  }

  private Outcome done(VirtualTag tag, boolean hardShown) {
    if (!card.showsWanted(tag)) {
      return wrong("is called done and shows " + CardSight.shown(tag));
    }
    return CardSight.isClosedAs(card.content().wanted().finish(), tag)
        ? new Outcome(COMPLETE, false, hardShown)
        : wrong("is called done and is not closed as ordered");
  }

  private static Optional<Refusal> refusalIn(List<StationNews> news) {
    return news.isEmpty()
        ? Optional.empty()
        : switch (news.getLast()) {
          case StationNews.TagRefused refused -> Optional.of(refused.refusal());
          case StationNews.RowRefused refused -> Optional.of(refused.refusal());
          case StationNews.CardBegun begun -> Optional.empty();
          case StationNews.CardVerified verified -> Optional.empty();
          case StationNews.ReaderFailed failed -> Optional.empty();
          case StationNews.AtReader doing -> Optional.empty();
          case StationNews.MadeBefore before -> Optional.empty();
          case StationNews.BatchBegun begun -> Optional.empty();
          case StationNews.NoWork none -> Optional.empty();
          case StationNews.ServerRefused refused -> Optional.empty();
          case StationNews.Notice notice -> Optional.empty();
        };
  }

  private boolean isHard() {
    return torn.filter(Torn::hard).isPresent();
  }

  private static Outcome wrong(String what) {
    return new Outcome(what, true, false);
  }
}
