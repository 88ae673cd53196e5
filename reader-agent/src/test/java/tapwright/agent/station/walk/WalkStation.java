package tapwright.agent.station.walk;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.pcsc.ReaderSession;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.journal.TagStanding;

/** A station that is switched on anew for each card, and keeps nothing but its journal. */
final class WalkStation implements AutoCloseable {

  private final Path folder;
  private final Function<ReaderSession, EncodingReader> agent;
  private Journal journal;
  private int cards;

  /**
   * @param agent what encodes
   */
  WalkStation(Path folder, Function<ReaderSession, EncodingReader> agent) {
    this.folder = folder;
    this.agent = agent;
    this.journal = open();
  }

  /** Tells a card and its row from all others. */
  int nextNumber() {
    cards++;
    return cards;
  }

  /** A stand of it, at which a fault happens. */
  WalkStand stand(ReaderKind kind, WalkFault fault) {
    return new WalkStand(kind, fault, agent);
  }

  /**
   * One presentation; without news when the process is killed in it, after which the journal is
   * what lies on the disk.
   */
  List<StationNews> present(WalkStand stand, VirtualTag tag, String owner, EncodeRequest wanted) {
    List<StationNews> news = new ArrayList<>();
    try {
      stand.present(tag, new OneRow(owner, wanted, journal), journal, one -> keep(one, news));
    } catch (WalkFault.Killed killed) {
      journal.close();
      journal = open();
    }
    return news;
  }

  /** What a reader is doing just now says nothing of how its card ends. */
  private static void keep(StationNews one, List<StationNews> news) {
    if (!(one instanceof StationNews.AtReader)) {
      news.add(one);
    }
  }

  TagStanding standingOf(VirtualTag tag) {
    return journal.standingOf(tag.uid());
  }

  private Journal open() {
    return Journal.open(folder, InstantSource.system(), new Random(cards));
  }

  @Override
  public void close() {
    journal.close();
  }
}
