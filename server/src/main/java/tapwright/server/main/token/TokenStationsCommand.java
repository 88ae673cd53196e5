package tapwright.server.main.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tapwright.server.app.access.RunStations;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;

/** Lists stations with what each has and when it was last seen. */
@Command(
    name = "stations",
    mixinStandardHelpOptions = true,
    description = "Lists stations: last seen, jobs that they have, events of theirs refused.")
final class TokenStationsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SellerRecord record;
  @Mixin private CommandOutput output;

  @Override
  public Integer call() {
    try (Installation installation = record.existing()) {
      List<RunStations.Station> stations =
          new RunStations(installation.store(), installation.clock()).list(record.seller()).join();
      if (output.isJson()) {
        output.json(
            spec, Map.of("stations", stations.stream().map(TokenStationsCommand::json).toList()));
      } else if (!stations.isEmpty()) {
        output.lines(spec, TokenTable.lines(rows(stations, installation.clock().instant())));
      }
    }
    return CommandOutput.DONE;
  }

  private static List<List<String>> rows(List<RunStations.Station> stations, Instant now) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "station", "standing", "last seen", "jobs", "events refused", "shown after its end"));
    for (RunStations.Station station : stations) {
      rows.add(
          List.of(
              station.token().name(),
              TokenTable.standing(station.token(), now),
              TokenTable.second(station.token().life().lastSeenAt()),
              Long.toString(station.leases()),
              Long.toString(station.refusedEvents()),
              TokenTable.second(station.token().life().lastRefusedAt())));
    }
    return rows;
  }

  private static Map<String, Object> json(RunStations.Station station) {
    Map<String, Object> json = TokenTable.json(station.token());
    json.put("leases", station.leases());
    json.put("refusedEvents", station.refusedEvents());
    return json;
  }
}
