package tapwright.agent.main.station;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import tapwright.agent.main.console.Advice;
import tapwright.agent.main.console.ChangingLines;
import tapwright.agent.main.console.Progress;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.core.tag.Uid;

/**
 * What staff see while cards are made: on a terminal a block of lines that changes in place,
 * elsewhere a line for each card. Readers and the label printer tell their news at once.
 */
final class ProgressLines implements StationListener {

  private final Progress progress;
  private final Map<String, StationNews.AtReader> readers = new TreeMap<>();
  private final ChangingLines lines;

  /**
   * @param width columns of the terminal; empty where nobody watches
   */
  ProgressLines(PrintWriter out, OptionalInt width, InstantSource clock) {
    this(out, width, new Progress(clock));
  }

  /** The same of work that is counted otherwise. */
  ProgressLines(PrintWriter out, OptionalInt width, Progress progress) {
    this.progress = progress;
    this.lines = new ChangingLines(out, width, foot -> foot.lines(progress.parts(), readers));
  }

  @Override
  public synchronized void on(StationNews news) {
    switch (news) {
      case StationNews.CardBegun begun -> {}
      case StationNews.CardVerified card -> verified(card);
      case StationNews.RowRefused row ->
          failure(
              row.refusal().code().code(), row.label() + " refused: " + row.refusal().message());
      case StationNews.TagRefused tag -> refused(tag);
      case StationNews.ServerRefused no ->
          failure(no.code(), "the server refuses: " + no.message());
      case StationNews.ReaderFailed reader ->
          failure(
              "reader-failed",
              reader.reader() + ": " + reader.what() + "; lay the card there again");
      case StationNews.AtReader at -> at(at);
      case StationNews.MadeBefore before ->
          lines.say(
              place(before.reader(), before.uid())
                  + " is that of "
                  + before.label()
                  + ", made before; take it away");
      case StationNews.NoWork none ->
          lines.say(place(none.reader(), none.uid()) + ": nothing waits to be made");
      case StationNews.BatchBegun begun -> {
        progress.expect(begun.total(), begun.madeBefore());
        lines.show();
      }
      case StationNews.Notice notice -> lines.say(notice.text());
    }
  }

  /** Leaves the block as it stands. */
  synchronized void end() {
    lines.end();
  }

  private void at(StationNews.AtReader at) {
    readers.put(at.reader(), at);
    lines.show();
  }

  private void verified(StationNews.CardVerified card) {
    progress.made();
    card.contactLeftOut()
        .ifPresent(
            over ->
                lines.say(
                    card.item().label()
                        + ": link only, its contact is "
                        + over
                        + " bytes too long for "
                        + card.tag().model()));
    if (lines.areWatched()) {
      lines.show();
    } else {
      lines.say(
          String.join(", ", progress.parts())
              + "  "
              + card.item().label()
              + " is "
              + card.tag().uid());
    }
  }

  private void refused(StationNews.TagRefused tag) {
    String message = tag.refusal().message();
    boolean named = message.contains(tag.uid().toString());
    String whole = named ? message : "card " + tag.uid() + " refused: " + message;
    String advice = Advice.on(tag.refusal()).map(it -> "; " + it.atReader()).orElse("");
    failure(tag.refusal().code().code(), reader(tag.reader()) + whole + advice);
  }

  /** Names the reader where there are several. */
  private String reader(String name) {
    return readers.size() > 1 ? name + ": " : "";
  }

  private String place(String reader, Uid uid) {
    return reader(reader) + "card " + uid;
  }

  private void failure(String cause, String what) {
    progress.failed(cause);
    lines.say(what);
  }
}
