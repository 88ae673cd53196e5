package tapwright.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.fact.Usage;

/** Claims and facts of all kinds, likely or not. */
public final class RandomClaims {

  private static final Instant START = Instant.parse("2025-05-10T00:00:00Z");

  private RandomClaims() {}

  public static Claim claim(RandomGenerator random) {
    Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    for (Evidence each : Evidence.values()) {
      if (random.nextInt(4) > 0) {
        evidence.add(each);
      }
    }
    ClaimKind kind =
        random.nextBoolean() ? ClaimKind.REFUND : oneOf(random, List.of(ClaimKind.values()));
    return new Claim(kind, oneOf(random, List.of(Reason.values())), instant(random), evidence);
  }

  /** Facts of which nothing is said about usage. */
  public static Facts.Builder facts(RandomGenerator random) {
    Facts.Builder facts = Facts.builder();
    for (Choice choice : Choice.ALL) {
      if (!choice.isOfTheClaim() && random.nextInt(3) > 0) {
        facts.choose(choice, oneOf(random, choice.allowed()));
      }
    }
    if (random.nextBoolean()) {
      facts.choose(Choice.LINE, Line.SUBSCRIPTION);
    }
    for (Flag flag : Flag.ALL) {
      facts.flag(flag, random.nextInt(4) == 0);
    }
    for (Event event : Event.ALL) {
      if (random.nextBoolean()) {
        facts.at(event, instant(random));
      }
    }
    return facts;
  }

  public static Facts any(RandomGenerator random) {
    return facts(random).usage(usage(random)).build();
  }

  private static Usage usage(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Usage.UNKNOWN;
      case 1 -> new Usage.Counts(random.nextLong(80), null);
      case 2 -> new Usage.Counts(random.nextLong(60), random.nextLong(random.nextInt(1, 900)));
      default -> timeline(random);
    };
  }

  public static Usage.Use use(RandomGenerator random) {
    return new Usage.Use(instant(random), random.nextInt(60), random.nextInt(40));
  }

  private static Usage timeline(RandomGenerator random) {
    List<Usage.Use> uses = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      uses.add(use(random));
    }
    return new Usage.Timeline(uses);
  }

  /** Within fifty days and on whole hours, so that events, ends and claims often coincide. */
  private static Instant instant(RandomGenerator random) {
    return START.plus(Duration.ofMinutes(30L * random.nextInt(50 * 48)));
  }

  private static <T> T oneOf(RandomGenerator random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
