package tapwright.agent.station.job;

import java.time.InstantSource;
import java.util.stream.Stream;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.server.StationClient;

/** What a journal's runs did while their server was away, and have not told it yet. */
public final class LateNews {

  private LateNews() {}

  /** Tells the server what it will hear now; what it will not stays in the journal. */
  public static void tell(
      Journal journal, StationClient client, InstantSource clock, StationListener listener) {
    Stream.of(client.server().source(), client.server().rewrites())
        .map(source -> new Outbox(journal, source, client, clock, listener))
        .forEach(Outbox::sendDue);
  }
}
