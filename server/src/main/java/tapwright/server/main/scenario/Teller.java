package tapwright.server.main.scenario;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tapwright.server.record.access.Role;

/** Tells a story to its stage, step by step, and stops at the first that goes otherwise. */
final class Teller {

  private static final String STATION = "station";
  private static final String PHONE = "a phone";
  private static final String TIME = "time";

  private final Stage stage;

  Teller(Stage stage) {
    this.stage = stage;
  }

  /** Tells it; the listener hears of each step. Answers whether all went as expected. */
  boolean tell(Scenario scenario, Consumer<Told> listener) {
    int number = 0;
    for (Step step : scenario.steps()) {
      number++;
      stage.next();
      Told.Outcome outcome = unknownIn(step).orElseGet(() -> play(step));
      Told told =
          new Told(
              number, stage.clock().instant(), outcome.who(), step, outcome.saw(), outcome.wrong());
      listener.accept(told);
      if (told.wrong().isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** A step that speaks of what nobody kept is not sent at all. */
  private Optional<Told.Outcome> unknownIn(Step step) {
    return stage
        .kept()
        .unknownIn(step.texts())
        .map(
            name ->
                Told.Outcome.wrong(
                    "nobody", List.of(), "no step before this one kept \"" + name + "\""));
  }

  private Told.Outcome play(Step step) {
    return switch (step) {
      case Step.Send send -> send(send);
      case Step.Make ignored -> make();
      case Step.Tap tap -> tap(tap);
      case Step.Pass pass -> {
        stage.pass(pass.time());
        yield Told.Outcome.fine(TIME, List.of());
      }
      case Step.PassUntil until -> {
        stage.passUntil(until.instant());
        yield Told.Outcome.fine(TIME, List.of());
      }
    };
  }

  private Told.Outcome send(Step.Send send) {
    String who = send.as().map(Words::of).orElse("anybody");
    String key = stage.newKey();
    Step.Request request = send.request();
    HttpResponse<String> first = stage.send(stage.request(request, send.as(), key));
    List<String> saw = new ArrayList<>();
    saw.add(line(request, first));
    Optional<String> wrong = new AnswerCheck(stage.kept()).check(send.answer(), first, saw);
    if (wrong.isEmpty() && request.twice()) {
      HttpResponse<String> second = stage.send(stage.request(request, send.as(), key));
      saw.add("once more with the same key: " + second.statusCode());
      wrong = Words.differs("the second answer", first.body(), second.body());
    }
    return new Told.Outcome(who, saw, wrong);
  }

  private String line(Step.Request request, HttpResponse<String> answer) {
    return request.method()
        + " "
        + stage.kept().into(request.path())
        + " is answered "
        + answer.statusCode();
  }

  private Told.Outcome make() {
    HttpResponse<String> leased = station("/station/v1/leases", stage.desk().lease());
    Optional<String> report =
        stage.desk().report(Words.json(leased.body()), stage.clock().instant());
    if (report.isEmpty()) {
      return Told.Outcome.wrong(STATION, List.of(), "no card waits to be made");
    }
    HttpResponse<String> taken = station("/station/v1/events", report.get());
    List<String> saw = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    Words.json(taken.body())
        .path("results")
        .forEach(
            result -> {
              String status = result.path("status").asText();
              saw.add(result.path("eventId").asText() + " is " + status);
              if (!status.equals("TAKEN")) {
                refused.add(result.toString());
              }
            });
    return new Told.Outcome(
        STATION,
        saw,
        refused.isEmpty() && !saw.isEmpty()
            ? Optional.empty()
            : Optional.of("what was made is not taken: " + refused + taken.statusCode()));
  }

  private HttpResponse<String> station(String path, String body) {
    Step.Request request = new Step.Request("POST", path, "application/json", body, false);
    return stage.send(stage.request(request, Optional.of(Role.STATION), stage.newKey()));
  }

  private Told.Outcome tap(Step.Tap tap) {
    LinkCheck check = new LinkCheck(stage.kept(), tap.seen());
    String slug = stage.kept().into(tap.slug());
    for (int time = 1; time <= tap.times(); time++) {
      Optional<String> wrong = check.wrongIn(stage.send(stage.phone().open(slug, tap.link())));
      if (wrong.isPresent()) {
        return Told.Outcome.wrong(PHONE, List.of("at time " + time), wrong.get());
      }
      stage.pass();
    }
    stage.next();
    String times = tap.times() == 1 ? "once" : tap.times() + " times";
    return Told.Outcome.fine(PHONE, List.of(times + ", " + check.saw()));
  }
}
