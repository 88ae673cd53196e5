package tapwright.server.main;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import tapwright.core.Refusal;
import tapwright.core.policy.Packs;
import tapwright.server.app.KeepRecordSmall;
import tapwright.server.store.StoreRefusal;

/** How long a server keeps what it need not keep for ever. */
final class RetentionOptions {

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
          "How long each hit is kept by itself, and by its hour after that;"
              + " else ${DEFAULT-VALUE}.")
  private int instants;

  /** Why it is too short; empty where no policy asks for what would be gone. */
  Optional<Refusal> refusal(Packs packs) {
    if (agents < 0 || instants < agents) {
      return Optional.of(StoreRefusal.KEEP_ORDER.with("instants", instants, "agents", agents));
    }
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
