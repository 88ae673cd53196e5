package tapwright.agent.station.bench;

import java.util.Map;
import java.util.TreeMap;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;

/** Counts what happens on the way to the one who listens, who hears one thing after the other. */
public final class Tally implements StationListener {

  private final StationListener next;
  private final Map<String, Integer> causes = new TreeMap<>();
  private int verified;
  private int linkOnly;

  public Tally(StationListener next) {
    this.next = next;
  }

  @Override
  public synchronized void on(StationNews news) {
    switch (news) {
      case StationNews.CardVerified card -> {
        verified++;
        linkOnly += card.contactLeftOut().isPresent() ? 1 : 0;
      }
      case StationNews.RowRefused row -> count(row.refusal().code().code());
      case StationNews.TagRefused tag -> count(tag.refusal().code().code());
      case StationNews.ServerRefused refused -> count(refused.code());
      case StationNews.ReaderFailed failed -> count("reader-failed");
      case StationNews.CardBegun begun -> {}
      case StationNews.BatchBegun begun -> {}
      case StationNews.AtReader at -> {}
      case StationNews.MadeBefore before -> {}
      case StationNews.NoWork none -> {}
      case StationNews.Notice notice -> {}
    }
    next.on(news);
  }

  public synchronized int verified() {
    return verified;
  }

  public synchronized int linkOnly() {
    return linkOnly;
  }

  /** What went wrong, counted by its code. */
  public synchronized Map<String, Integer> causes() {
    return Map.copyOf(causes);
  }

  private void count(String cause) {
    causes.merge(cause, 1, Integer::sum);
  }
}
