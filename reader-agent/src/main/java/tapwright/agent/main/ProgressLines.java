package tapwright.agent.main;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;

/**
 * What staff see while cards are made: on a terminal one line that changes, elsewhere a line for
 * each card.
 */
final class ProgressLines implements StationListener {

  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final int total;
  private final InstantSource clock;
  private final Instant begun;
  private int made;
  private int failed;

  /**
   * Progress of so many cards.
   *
   * @param total how many there will be; 0 where nobody knows
   */
  ProgressLines(PrintWriter out, boolean terminal, int total, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public void on(StationNews news) {
    switch (news) {
      case StationNews.CardVerified card -> verified(card);
      case StationNews.RowRefused row ->
          failure(row.label() + " refused: " + row.refusal().message());
      case StationNews.TagRefused tag -> failure(tag.refusal().message());
      case StationNews.ServerRefused no -> failure("the server refuses: " + no.message());
      case StationNews.ReaderFailed reader -> failure(reader.what() + "; lay the card on again");
      case StationNews.NoWork none -> say("card " + none.uid() + ": nothing waits to be made");
      case StationNews.Notice notice -> say(notice.text());
    }
  }

  /** Ends the line that changes. */
  void end() {
    if (terminal) {
      out.println();
      out.flush();
    }
  }

  private void verified(StationNews.CardVerified card) {
    made++;
    card.contactLeftOut()
        .ifPresent(
            over ->
                say(
                    card.item().label()
                        + ": link only, its contact is "
                        + over
                        + " bytes too long for "
                        + card.tag().model()));
    if (terminal) {
      out.print(CLEAR_LINE + standing());
      out.flush();
    } else {
      say(standing() + "  " + card.item().label() + " is " + card.tag().uid());
    }
  }

  private void failure(String what) {
    failed++;
    say(what);
  }

  private void say(String line) {
    out.println(terminal ? CLEAR_LINE + line : line);
    if (terminal) {
      out.print(standing());
    }
    out.flush();
  }

  private String standing() {
    double minutes = Duration.between(begun, clock.instant()).toMillis() / 60_000.0;
    return String.format(
        Locale.ROOT,
        "%d%s verified, %.0f a minute, %d failures",
        made,
        total > 0 ? " of " + total : "",
        minutes > 0 ? made / minutes : 0,
        failed);
  }
}
