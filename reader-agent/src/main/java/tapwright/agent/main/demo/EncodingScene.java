package tapwright.agent.main.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.agent.encode.EncodingReader;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.job.Station;
import tapwright.agent.station.job.StationSettings;
import tapwright.agent.station.job.StationSummary;
import tapwright.agent.station.journal.Journal;
import tapwright.agent.station.server.ServerAddress;
import tapwright.agent.station.server.StationToken;

/** The station works the server's queue until it is empty. */
final class EncodingScene implements StationListener {

  private final Stage stage;
  private final int expected;
  private final StationListener feeder;
  private final Map<String, StationNews.CardVerified> made = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param expected how many cards are to be made
   * @param feeder hears when a tag is done
   */
  EncodingScene(Stage stage, int expected, StationListener feeder) {
    this.stage = stage;
    this.expected = expected;
    this.feeder = feeder;
  }

  StationSummary play(
      HttpClient http,
      URI server,
      StationToken token,
      EncodingReader reader,
      Journal journal,
      StationSettings settings) {
    Station station =
        new Station(
            http, new ServerAddress(server), token, List.of(reader), journal, settings, this);
    StationSummary summary = station.run();
    int exchanges = made.values().stream().mapToInt(card -> card.outcome().exchanges()).sum();
    stage.line(
        "%d of %d cards written, read back and equal; %d exchanges, %.1f s"
            .formatted(made.size(), expected, exchanges, summary.millis() / 1000.0));
    remarks.forEach(stage::line);
    if (made.size() != expected) {
      throw new DemoFault((expected - made.size()) + " cards were not made");
    }
    return summary;
  }

  /** What became of the job with this link; empty when it was not made. */
  Optional<StationNews.CardVerified> cardWithQrLink(String qrLink) {
    return Optional.ofNullable(made.get(qrLink));
  }

  @Override
  public void on(StationNews news) {
    switch (news) {
      case StationNews.CardVerified card -> verified(card);
      case StationNews.RowRefused(String label, var refusal) ->
          remarks.add(label + ": " + refusal.message());
      case StationNews.TagRefused(var reader, var uid, var refusal) ->
          remarks.add("tag " + uid + ": " + refusal.message());
      case StationNews.ReaderFailed(String failed, String what) -> remarks.add(what);
      case StationNews.CardBegun begun -> {}
      case StationNews.AtReader at -> {}
      case StationNews.MadeBefore before -> {}
      case StationNews.BatchBegun begun -> {}
      case StationNews.NoWork noWork -> {}
      case StationNews.ServerRefused(var eventId, var code, String message) ->
          remarks.add("the server refused an event: " + message);
      case StationNews.Notice(String text) -> remarks.add(text);
    }
    feeder.on(news);
  }

  private void verified(StationNews.CardVerified card) {
    made.put(card.item().labelContent().value(LabelField.LINK), card);
    stage.progress(
        "%d of %d  %s %s  %s"
            .formatted(
                made.size(), expected, card.tag().model(), card.tag().uid(), card.item().label()));
    card.contactLeftOut()
        .ifPresent(
            over ->
                remarks.add(
                    "%s: link only, its contact is %d bytes too long for an %s"
                        .formatted(card.item().label(), over, card.tag().model())));
  }
}
