package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.wire.EnrolReply;
import tapwright.core.wire.EnrolRequest;
import tapwright.server.app.access.EnrolStations;
import tapwright.server.app.access.RunStations;
import tapwright.server.app.access.RunTokens;
import tapwright.server.app.access.TokenTerms;
import tapwright.server.record.access.Role;
import tapwright.server.record.access.TokenLife;

/** Who lets stations in, looks after them and stops them. */
final class StationRoutes {

  private static final int OK = 200;
  private static final int CREATED = 201;

  private final EnrolStations enrol;
  private final RunStations stations;

  StationRoutes(EnrolStations enrol, RunStations stations) {
    this.enrol = enrol;
    this.stations = stations;
  }

  CompletableFuture<Reply> list(Request request) {
    return stations
        .list(request.caller().seller())
        .thenApply(all -> Reply.ok(new StationList(all.stream().map(StationJson::of).toList())));
  }

  CompletableFuture<Reply> invite(Request request) {
    InviteRequest wanted = request.bodyAs(InviteRequest.class);
    return enrol
        .invite(
            request.caller().seller(), wanted.name(), wanted.daysOrUsual(), request.caller().name())
        .thenApply(answer -> Reply.of(CREATED, answer, code -> code));
  }

  CompletableFuture<Reply> revoke(Request request) {
    return stations
        .revoke(request.caller().seller(), request.path("stationId"))
        .thenApply(answer -> Reply.of(OK, answer, RevokedJson::of));
  }

  /** Of a station that shows a code and no token yet. */
  CompletableFuture<Reply> redeem(String body, String address) {
    return enrol
        .redeem(Json.read(body, EnrolRequest.class).code(), address)
        .thenApply(answer -> Reply.of(CREATED, answer, StationRoutes::reply));
  }

  private static Object reply(EnrolStations.Entry entry) {
    return new EnrolReply(
        entry.token().name(), entry.secret(), entry.token().life().expiresAt().orElseThrow());
  }

  /** Which station shall be let in, and for how long. */
  record InviteRequest(String name, @Nullable Integer days) {

    int daysOrUsual() {
      return days == null ? TokenTerms.days(Role.STATION) : days;
    }
  }

  /** Stations. */
  record StationList(List<StationJson> stations) {}

  /** A station as the API shows it. */
  record StationJson(
      String stationId,
      String name,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastSeenAt,
      @Nullable Instant lastRefusedAt,
      long leases,
      long refusedEvents) {

    static StationJson of(RunStations.Station station) {
      TokenLife life = station.token().life();
      return new StationJson(
          station.token().id(),
          station.token().name(),
          life.createdAt(),
          life.expiresAt().orElse(null),
          life.revokedAt().orElse(null),
          life.lastSeenAt().orElse(null),
          life.lastRefusedAt().orElse(null),
          station.leases(),
          station.refusedEvents());
    }
  }

  /** What became of a station that was stopped. */
  record RevokedJson(String stationId, String name, int jobsGivenBack) {

    static RevokedJson of(RunTokens.Revoked revoked) {
      return new RevokedJson(revoked.token().id(), revoked.token().name(), revoked.jobsGivenBack());
    }
  }
}
