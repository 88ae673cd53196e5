package tapwright.core.policy.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;

/** What is known of an order, its cards and the course of the claim when it is decided. */
public final class Facts {

  /** The name of {@link #unseenReads()} in case files. */
  public static final String UNSEEN_READS = "unseenReads";

  private final Map<Choice, Word> choices;
  private final Set<Flag> flags;
  private final Map<Event, Instant> events;
  private final @Nullable Money price;
  private final Usage usage;
  private final long unseenReads;

  private Facts(Builder builder) {
    choices = new EnumMap<>(builder.choices);
    flags = builder.flags.clone();
    events = new EnumMap<>(builder.events);
    price = builder.price;
    usage = builder.usage;
    unseenReads = builder.unseenReads;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The value of the fact; empty where it is unknown. */
  public Optional<Word> choice(Choice choice) {
    return Optional.ofNullable(choices.get(choice));
  }

  public @Nullable Word valueOf(Choice choice) {
    return choices.get(choice);
  }

  public boolean is(Flag flag) {
    return flags.contains(flag);
  }

  /** When the event happens; empty where it has not and no date is known. */
  public Optional<Instant> at(Event event) {
    return Optional.ofNullable(events.get(event));
  }

  public @Nullable Instant instantOf(Event event) {
    return events.get(event);
  }

  public Map<Event, Instant> events() {
    return Collections.unmodifiableMap(events);
  }

  /** What was paid for the line, or for the upgrade that is claimed back. */
  public Optional<Money> price() {
    return Optional.ofNullable(price);
  }

  public Usage usage() {
    return usage;
  }

  /**
   * How many more uses at most there may have been. Reads of the chips, by their own counters, that
   * the server did not see: offline, broken off, or kept for later. And uses whose time is in
   * doubt: in the hour before a card was given out, as after a clock that jumped back, or on a day
   * of which no instants were kept. No clause decides on it.
   */
  public long unseenReads() {
    return unseenReads;
  }

  /** The same facts, to be changed. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.choices.putAll(choices);
    builder.flags.addAll(flags);
    builder.events.putAll(events);
    builder.price = price;
    builder.usage = usage;
    builder.unseenReads = unseenReads;
    return builder;
  }

  /** One line a fact, always in the same order: what the hash of a decision is taken from. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    choices.forEach((choice, value) -> line(text, choice.key(), value.word()));
    flags.forEach(flag -> line(text, flag.key(), "true"));
    events.forEach((event, at) -> line(text, event.word(), at.toString()));
    if (price != null) {
      line(text, "price", price.toString());
    }
    switch (usage) {
      case Usage.Counts counts -> {
        lineIfKnown(text, "taps", counts.taps());
        lineIfKnown(text, "shares", counts.shares());
      }
      case Usage.Timeline timeline ->
          timeline.uses().forEach(use -> line(text, "use", use.toString()));
    }
    if (unseenReads > 0) {
      line(text, UNSEEN_READS, Long.toString(unseenReads));
    }
    return text.toString();
  }

  private static void lineIfKnown(StringBuilder text, String key, @Nullable Long count) {
    if (count != null) {
      line(text, key, count.toString());
    }
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(' ').append(value).append('\n');
  }

  public Bytes sha256() {
    return Bytes.ofUtf8(toText()).sha256();
  }

  @Override
  public String toString() {
    return toText();
  }

  /** Gathers facts; what is not set stays unknown, has not happened, or is false. */
  public static final class Builder {

    private final EnumMap<Choice, Word> choices = new EnumMap<>(Choice.class);
    private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    private final EnumMap<Event, Instant> events = new EnumMap<>(Event.class);
    private @Nullable Money price;
    private Usage usage = Usage.UNKNOWN;
    private long unseenReads;

    private Builder() {}

    /** States a fact that has one value of a list. */
    public Builder choose(Choice choice, Word value) {
      if (choice.isOfTheClaim() || !choice.allowed().contains(value)) {
        throw new IllegalArgumentException(
            choice.key() + " is " + value.word() + ", allowed are " + Word.list(choice.allowed()));
      }
      choices.put(choice, value);
      return this;
    }

    public Builder flag(Flag flag, boolean value) {
      if (value) {
        flags.add(flag);
      } else {
        flags.remove(flag);
      }
      return this;
    }

    public Builder at(Event event, Instant at) {
      events.put(event, at);
      return this;
    }

    /** As if nothing was known of it. */
    public Builder forget(Fact fact) {
      switch (fact) {
        case Choice choice -> choices.remove(choice);
        case Flag flag -> flags.remove(flag);
        case Event event -> events.remove(event);
        case Fact.Uses _ -> usage = Usage.UNKNOWN;
      }
      return this;
    }

    public Builder price(Money paid) {
      price = paid;
      return this;
    }

    public Builder usage(Usage known) {
      usage = known;
      return this;
    }

    public Builder unseenReads(long most) {
      if (most < 0) {
        throw new IllegalArgumentException("most is " + most + ", allowed is 0 or more");
      }
      unseenReads = most;
      return this;
    }

    public Facts build() {
      return new Facts(this);
    }
  }
}
