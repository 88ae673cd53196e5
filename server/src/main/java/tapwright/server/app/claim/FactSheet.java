package tapwright.server.app.claim;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.server.app.FieldError;
import tapwright.server.app.Shown;

/** Facts as they are sent and stored, name by name, made into what policies decide on. */
public final class FactSheet {

  private static final String PRICE = "price";

  private final Facts.Builder facts = Facts.builder();
  private final List<FieldError> errors = new ArrayList<>();

  /** What is wrong with the facts; empty when they can be taken. */
  public static List<FieldError> errorsOf(Map<String, String> facts) {
    return new FactSheet().with(facts).errors();
  }

  /** Whether a fact has the name. */
  static boolean knows(String name) {
    return name.equals(PRICE)
        || Stream.of(Choice.values()).anyMatch(one -> !one.isOfTheClaim() && one.key().equals(name))
        || Stream.of(Flag.values()).anyMatch(one -> one.key().equals(name))
        || Stream.of(Event.values()).anyMatch(one -> one.word().equals(name));
  }

  /** States these facts; of two of one name the later counts. */
  FactSheet with(Map<String, String> more) {
    more.forEach(this::state);
    return this;
  }

  FactSheet at(Event event, Optional<Instant> instant) {
    instant.ifPresent(at -> facts.at(event, at));
    return this;
  }

  Facts.Builder facts() {
    return facts;
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }

  private void state(String name, String value) {
    Optional<Choice> choice =
        Stream.of(Choice.values())
            .filter(one -> one != Choice.REASON && one.key().equals(name))
            .findFirst();
    Optional<Flag> flag =
        Stream.of(Flag.values()).filter(one -> one.key().equals(name)).findFirst();
    Optional<Event> event =
        Stream.of(Event.values()).filter(one -> one.word().equals(name)).findFirst();
    if (choice.isPresent()) {
      choose(choice.get(), value);
    } else if (flag.isPresent()) {
      set(flag.get(), value);
    } else if (event.isPresent()) {
      happen(event.get(), value);
    } else if (name.equals(PRICE)) {
      price(value);
    } else {
      wrong(name, value, "no fact of this name; /openapi.json lists them");
    }
  }

  private void choose(Choice choice, String value) {
    Word.find(choice.allowed(), value)
        .ifPresentOrElse(
            word -> facts.choose(choice, word),
            () -> wrong(choice.key(), value, Word.list(choice.allowed())));
  }

  private void set(Flag flag, String value) {
    switch (value) {
      case "true" -> facts.flag(flag, true);
      case "false" -> facts.flag(flag, false);
      default -> wrong(flag.key(), value, "true or false");
    }
  }

  private void happen(Event event, String value) {
    try {
      facts.at(event, OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      wrong(event.word(), value, "an instant as 2026-03-04T23:59:59+05:30");
    }
  }

  private void price(String value) {
    Money.parse(value)
        .ifPresentOrElse(
            facts::price, () -> wrong(PRICE, value, "an amount and a currency as 49.00 INR"));
  }

  private void wrong(String name, String value, String allowed) {
    errors.add(new FieldError(0, "facts." + name, Shown.of(value), allowed));
  }
}
