package tapwright.agent.main.station;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.reader.TagEncodingReader;
import tapwright.agent.main.card.CardLook;
import tapwright.agent.main.card.ReturnedCard;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.main.reader.OpenedReader;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.station.StationRefusal;
import tapwright.agent.station.server.ServerReply;
import tapwright.agent.station.server.StationAccess;
import tapwright.agent.station.server.StationClient;
import tapwright.core.tag.inspect.Diagnosis;
import tapwright.core.wire.InspectionReply;
import tapwright.core.wire.InspectionRequest;
import tapwright.core.wire.ReturnReply;

/** Inspects the card in a parcel that came back, and tells the server what was found. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description =
        "Inspects the card in a parcel that came back, beside what the server knows of it, and"
            + " tells what was found.",
    footer = "Exit code 0 when it was told, whatever was found.")
final class StationInspectCommand implements Callable<Integer> {

  /** A lost answer is asked for again after this, then after twice of it, and so on. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private static final int TRIES = 4;

  @ParentCommand private StationCommand station;
  @Mixin private StationEntry entry;
  @Mixin private OneReader place;

  @Option(
      names = "--rma",
      required = true,
      paramLabel = "NUMBER",
      description = "The return's number, as it stands on the parcel.")
  private String rma;

  @Option(
      names = "--dead",
      description = "The card in the parcel answers on no reader: tell that instead.")
  private boolean dead;

  @Option(
      names = "--not-ours",
      description =
          "Another card than the return's lies in the parcel, as somebody has looked: tell that.")
  private boolean notOurs;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "Where the journal is (default: in the state folder).")
  private @Nullable Path journalFolder;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for the card (default ${DEFAULT-VALUE}).")
  private int patienceSeconds;

  @Override
  public Integer call() {
    Duration patience = place.patience(patienceSeconds);
    StationAccess access = entry.access(station.console());
    try (HttpClient http = StationEntry.http()) {
      StationClient client = new StationClient(http, access.server(), access.token());
      past().tell(client, station.console());
      return switch (client.askReturn(rma)) {
        case ServerReply.Answer<ReturnReply>(ReturnReply expected) ->
            inspect(client, expected, patience);
        case ServerReply.Away<ReturnReply>(String why) ->
            station.console().failed(why + "; nothing was inspected, start again when it is back");
        case ServerReply.Rejected<ReturnReply>(int status, String problem) ->
            notTaken(status, problem);
      };
    }
  }

  private DeskPast past() {
    Path named = journalFolder;
    return new DeskPast(
        named == null ? station.agent().surroundings().state().file("journal") : named);
  }

  private int inspect(StationClient client, ReturnReply expected, Duration patience) {
    if (!expected.inspectable()) {
      return station
          .console()
          .refused(
              StationRefusal.RETURN_NOT_HERE.with("rma", expected.rma(), "seen", expected.state()),
              place.json());
    }
    if (dead) {
      return tell(client, unread("defective", "fails", "chip-silent"), List.of());
    }
    Program agent = station.agent();
    return place.with(agent, patience, reader -> look(client, expected, reader));
  }

  private int look(StationClient client, ReturnReply expected, String name) {
    Program agent = station.agent();
    try (TagEncodingReader reader =
        OpenedReader.open(agent.surroundings(), name, connection -> connection)) {
      Optional<TagPresentation> tag = reader.awaitTag(place.patience(patienceSeconds));
      return tag.isEmpty() ? noCard(name) : look(client, expected, new Laid(tag.get(), reader));
    } catch (ReaderFault.ForeignTag foreign) {
      return tellOrLookAgain(
          client,
          unread("not-ours", null, "chip-unknown"),
          List.of("the card is of another kind than cards are made of"));
    }
  }

  /** A card, and the reader on which it lies. */
  private record Laid(TagPresentation tag, TagEncodingReader reader) {}

  private int look(StationClient client, ReturnReply expected, Laid laid) {
    Program agent = station.agent();
    try (TagPresentation tag = laid.tag()) {
      return new CardLook(agent.console(), agent.surroundings().writes(), Optional.empty())
          .twice(
              tag,
              laid.reader(),
              (seen, found) ->
                  judged(
                      client,
                      ReturnedCard.of(
                          seen, found, shown -> past().origin(expected, found.uid(), shown))));
    }
  }

  private int judged(StationClient client, ReturnedCard card) {
    return tellOrLookAgain(
        client,
        new InspectionRequest(
            rma,
            card.diagnosis().verdict().code(),
            card.found().uid().toString(),
            card.found().chip(),
            card.diagnosis().chipWorks().map(works -> works ? "passes" : "fails").orElse(null),
            card.contentMatchesOrder().orElse(null),
            card.diagnosis().grounds().stream().map(ground -> ground.code().code()).toList()),
        card.lines());
  }

  private InspectionRequest unread(String verdict, @Nullable String chipTest, String ground) {
    return new InspectionRequest(rma, verdict, null, null, chipTest, null, List.of(ground));
  }

  /** The wrong card on the reader would speak for the whole parcel. */
  private int tellOrLookAgain(StationClient client, InspectionRequest found, List<String> lines) {
    if (notOurs || !found.verdict().equals(Diagnosis.Verdict.NOT_OURS.code())) {
      return tell(client, found, lines);
    }
    say(lines);
    return station
        .console()
        .refused(
            StationRefusal.RETURN_OTHER_CARD.with(
                "rma", rma, "seen", Objects.requireNonNullElse(found.uid(), "one without a UID")),
            place.json());
  }

  private void say(List<String> lines) {
    if (!place.json()) {
      lines.forEach(station.console()::line);
    }
  }

  private int noCard(String name) {
    return station
        .console()
        .failed(
            "no card answered on %s within %d s; lay it there and start again, or say with --dead that"
                    .formatted(name, patienceSeconds)
                + " it answers on no reader");
  }

  /** With one key for all tries, so that an answer that was lost changes nothing. */
  private int tell(StationClient client, InspectionRequest found, List<String> lines) {
    say(lines);
    String key = UUID.randomUUID().toString();
    ServerReply<InspectionReply> reply = client.report(found, key);
    Duration pause = FIRST_PAUSE;
    for (int tries = 1;
        tries < TRIES && reply instanceof ServerReply.Away<InspectionReply>;
        tries++) {
      new SystemClock().pause(pause);
      pause = pause.multipliedBy(2);
      reply = client.report(found, key);
    }
    return switch (reply) {
      case ServerReply.Answer<InspectionReply>(InspectionReply answer) -> told(found, answer);
      case ServerReply.Away<InspectionReply>(String why) ->
          station
              .console()
              .failed(why + "; what was found may not be told, start again when it is back");
      case ServerReply.Rejected<InspectionReply>(int status, String problem) ->
          notTaken(status, problem);
    };
  }

  private int notTaken(int status, String problem) {
    return station
        .console()
        .refused(
            StationRefusal.RETURN_NOT_TAKEN.with("rma", rma, "seen", status, "problem", problem),
            place.json());
  }

  private int told(InspectionRequest found, InspectionReply answer) {
    if (place.json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("rma", answer.rma());
      result.put("verdict", answer.verdict());
      result.put("uid", found.uid());
      result.put("chipTest", found.chipTest());
      result.put("contentMatchesOrder", found.contentMatchesOrder());
      result.put("grounds", found.grounds());
      result.put("claimId", answer.claimId());
      result.put("claimState", answer.claimState());
      station.console().json(result);
    } else {
      station
          .console()
          .line(
              "told: return %s is inspected, %s; its claim %s is %s"
                  .formatted(
                      answer.rma(), answer.verdict(), answer.claimId(), answer.claimState()));
    }
    return Console.DONE;
  }
}
