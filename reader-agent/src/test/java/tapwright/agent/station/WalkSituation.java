package tapwright.agent.station;

import java.util.List;
import java.util.Optional;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.PhoneView;
import tapwright.core.Refusal;

/**
 * One card, one thing that goes wrong, and the same card presented again.
 *
 * @param number tells the card and its row from all others
 * @param torn what a page holds after the fault, where it was being written
 * @param second the kind of reader of the second presentation
 */
record WalkSituation(
    int number, WalkedCard card, WalkFault fault, Optional<TornPage> torn, ReaderKind second) {

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
    EmulatedTag tag = CopiedTag.numbered(card.start(), number);
    present(station, card.kind(), fault, tag);
    EmulatedTag left = torn.map(page -> CopiedTag.holding(tag, page.in(tag.memory()))).orElse(tag);
    boolean shownWrong = !card.mayShow(left);
    if (shownWrong && !isHard()) {
      return wrong("shows " + PhoneView.of(left));
    }
    if (station.standingOf(left) instanceof TagStanding.Begun && takesAnother(station)) {
      return wrong("another card is made in its place");
    }
    List<StationNews> news = present(station, second, WalkFault.NONE, left);
    return ended(station.standingOf(left), left, news, shownWrong);
  }

  private List<StationNews> present(
      WalkStation station, ReaderKind kind, WalkFault when, EmulatedTag tag) {
    return station.present(
        station.stand(kind, when), tag, "row " + number, card.content().wanted());
  }

  /** Whether a card that lies there while the row's own card is away becomes the row's as well. */
  private boolean takesAnother(WalkStation station) {
    EmulatedTag stranger = CopiedTag.numbered(card.start(), STRANGERS + number);
    present(station, card.kind(), WalkFault.NONE, stranger);
    return !(station.standingOf(stranger) instanceof TagStanding.Free)
        || !stranger.memory().equals(CopiedTag.numbered(stranger, STRANGERS + number).memory())
        || stranger.writes() > 0;
  }

  private Outcome ended(
      TagStanding standing, EmulatedTag tag, List<StationNews> news, boolean hardShown) {
    if (standing instanceof TagStanding.Done) {
      return card.showsWanted(tag)
          ? new Outcome("complete", false, hardShown)
          : wrong("is called done and shows " + PhoneView.of(tag));
    }
    Optional<Refusal> refusal = refusalIn(news);
    if (refusal.isEmpty()) {
      return wrong("ends without a reason: " + news);
    }
    return card.mayShow(tag) || isHard()
        ? new Outcome("refused: " + refusal.get().code().code(), false, hardShown)
        : wrong("is refused and shows " + PhoneView.of(tag));
  }

  private static Optional<Refusal> refusalIn(List<StationNews> news) {
    return news.isEmpty()
        ? Optional.empty()
        : switch (news.getLast()) {
          case StationNews.TagRefused refused -> Optional.of(refused.refusal());
          case StationNews.RowRefused refused -> Optional.of(refused.refusal());
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
    return torn.filter(TornPage::hard).isPresent();
  }

  private static Outcome wrong(String what) {
    return new Outcome(what, true, false);
  }
}
