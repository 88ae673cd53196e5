package tapwright.server.app.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.Token;

/** What staff see of a seller's stations, and how one is stopped. */
public final class RunStations {

  private final Ledger ledger;
  private final InstantSource clock;

  public RunStations(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A station.
   *
   * @param leases how many jobs it has now
   * @param refusedEvents how many of its events could not be true
   */
  public record Station(Token token, long leases, long refusedEvents) {}

  /** The seller's stations by name, those that were revoked among them. */
  public CompletableFuture<List<Station>> list(SellerId seller) {
    return ledger.read(seller, records -> list(records, seller));
  }

  private List<Station> list(Records records, SellerId seller) {
    Map<String, Long> leases = records.jobs().leasesByStation(seller, clock.instant());
    Map<String, Long> refused = records.stationEvents().refusedByStation(seller);
    return stations(records, seller).stream()
        .map(
            token ->
                new Station(
                    token,
                    leases.getOrDefault(token.id(), 0L),
                    refused.getOrDefault(token.id(), 0L)))
        .toList();
  }

  /**
   * Stops a station at once: it gets no more work, nothing that it says is taken, and the jobs that
   * it has go to others. A card that it made and did not tell of is, as after a lease that ran out,
   * made again, and the first chip that is reported is the card's.
   */
  public CompletableFuture<Answer<RunTokens.Revoked>> revoke(SellerId seller, String stationId) {
    return ledger.write(
        seller,
        records ->
            stations(records, seller).stream()
                .filter(token -> token.id().equals(stationId))
                .findFirst()
                .map(token -> Answer.done(RunTokens.revoke(records, token, clock.instant())))
                .orElseGet(
                    () ->
                        Answer.refused(
                            AccessRefusal.STATION_UNKNOWN.with("station", Shown.of(stationId)))));
  }

  private static List<Token> stations(Records records, SellerId seller) {
    return records.tokens().of(seller).stream()
        .filter(token -> token.role() == Role.STATION)
        .toList();
  }
}
