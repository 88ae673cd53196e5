package tapwright.server.app.duty;

import java.time.LocalDate;
import java.util.Optional;
import tapwright.core.card.CardId;

/**
 * How far the daily clearing of the record has come.
 *
 * @param day the day of the run
 * @param before the day of the run before it, where there was one
 * @param card the key of the last card that is done; 0 before the first
 * @param stage what comes next
 */
record ClearingPosition(LocalDate day, Optional<LocalDate> before, long card, Stage stage) {

  private static final String NEVER = "-";

  /** What a run does one after the other. */
  enum Stage {
    CARDS,
    REST,
    DONE
  }

  /**
   * Where to go on, noted last as {@link #toString} writes it. A run that is through all cards
   * begins anew on the next day, even if its end failed: that end is the next run's too.
   */
  static ClearingPosition of(Optional<String> note, LocalDate today) {
    Optional<ClearingPosition> noted = note.map(ClearingPosition::read);
    if (noted.isEmpty()) {
      return new ClearingPosition(today, Optional.empty(), 0, Stage.CARDS);
    }
    return noted.get().stage() != Stage.CARDS && noted.get().day().isBefore(today)
        ? new ClearingPosition(today, Optional.of(noted.get().day()), 0, Stage.CARDS)
        : noted.get();
  }

  private static ClearingPosition read(String note) {
    String[] parts = note.split(" ", -1);
    return new ClearingPosition(
        LocalDate.parse(parts[0]),
        Optional.of(parts[1]).filter(day -> !day.equals(NEVER)).map(LocalDate::parse),
        Long.parseLong(parts[2]),
        Stage.valueOf(parts[3]));
  }

  ClearingPosition after(CardId done) {
    return new ClearingPosition(day, before, done.value(), stage);
  }

  ClearingPosition atEnd() {
    return new ClearingPosition(day, before, card, Stage.REST);
  }

  ClearingPosition done() {
    return new ClearingPosition(day, before, card, Stage.DONE);
  }

  boolean isAtEnd() {
    return stage == Stage.REST;
  }

  @Override
  public String toString() {
    return day + " " + before.map(LocalDate::toString).orElse(NEVER) + " " + card + " " + stage;
  }
}
