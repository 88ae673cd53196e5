package tapwright.server.main.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tapwright.core.Refusal;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.store.StoreRefusal;

/** How long a server keeps what it need not keep for ever. */
final class RetentionOptions {

  /** The writer takes an agent for known until its UTC day is over, so it must stay that long. */
  private static final int FEWEST_DAYS = 2;

  /** A hundred years, which is for ever and still a time that the record can name. */
  private static final int MOST_DAYS = 36_500;

  /** The same as a length of time. */
  static final Duration LONGEST = Duration.ofDays(MOST_DAYS);

  @Option(
      names = "--keep-agents",
      paramLabel = "DAYS",
      defaultValue = "30",
      description = "How long hits name the browser that they came from; else ${DEFAULT-VALUE}.")
  private int agents;

  @Option(
      names = "--keep-instants",
      paramLabel = "DAYS",
      defaultValue = "400",
      description =
          "How long each hit is kept by itself; after that its day and, of taps and shares, its"
              + " instant; else ${DEFAULT-VALUE}.")
  private int instants;

  /** Every bound that is not kept, in the order of the options; empty where all are. */
  List<Refusal> refusals(Packs packs) {
    List<Refusal> refusals = new ArrayList<>();
    if (!isWithin(FEWEST_DAYS, agents)) {
      refusals.add(StoreRefusal.KEEP_AGENTS.with("seen", agents, "allowed", allowed(FEWEST_DAYS)));
    }
    if (!isWithin(fewestInstants(), instants)) {
      refusals.add(
          StoreRefusal.KEEP_INSTANTS.with(
              "seen", instants, "allowed", allowed(fewestInstants()), "agents", agents));
    }
    tooShort(packs).ifPresent(refusals::add);
    return refusals;
  }

  /** Whether a number is none that any server takes, whatever its packs. */
  boolean isOutOfBounds() {
    return !isWithin(FEWEST_DAYS, agents) || !isWithin(fewestInstants(), instants);
  }

  private static boolean isWithin(int fewest, int days) {
    return days >= fewest && days <= MOST_DAYS;
  }

  private static String allowed(int fewest) {
    return fewest + " to " + MOST_DAYS;
  }

  /**
   * A hit that names its agent is there; a number of agents that is wrong itself bounds nothing.
   */
  private int fewestInstants() {
    return isWithin(FEWEST_DAYS, agents) ? agents : FEWEST_DAYS;
  }

  /** Why it is too short for the packs; empty where none asks for what would be gone. */
  private Optional<Refusal> tooShort(Packs packs) {
    return packs
        .longestUseWindow()
        .filter(longest -> instants <= longest.days())
        .map(
            longest ->
                StoreRefusal.KEEP_TOO_SHORT.with(
                    "seen",
                    instants,
                    "allowed",
                    longest.days() + 1,
                    "window",
                    longest.window(),
                    "pack",
                    longest.pack()));
  }

  KeepRecordSmall.Limits limits() {
    return new KeepRecordSmall.Limits(Duration.ofDays(agents), Duration.ofDays(instants));
  }
}
