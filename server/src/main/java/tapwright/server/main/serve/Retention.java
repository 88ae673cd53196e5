package tapwright.server.main.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;
import tapwright.server.store.StoreRefusal;

/** How long a server keeps what it need not keep for ever. */
final class Retention {

  private final Settings settings;
  private final int agents;
  private final int instants;
  private final int messages;

  Retention(Settings settings) {
    this.settings = settings;
    this.agents = settings.get(ServerSettings.KEEP_AGENTS);
    this.instants = settings.get(ServerSettings.KEEP_INSTANTS);
    this.messages = settings.get(ServerSettings.KEEP_MESSAGES);
  }

  /** Every bound that is not kept; empty where all are. */
  List<Refusal> refusals(Packs packs) {
    List<Refusal> refusals = new ArrayList<>();
    if (contradicts()) {
      refusals.add(
          StoreRefusal.KEEP_INSTANTS.with("place", place(), "seen", instants, "allowed", agents));
    }
    tooShort(packs).ifPresent(refusals::add);
    return refusals;
  }

  /**
   * Whether no server takes the two numbers, whatever its packs: a hit that names its agent is
   * there.
   */
  boolean contradicts() {
    return instants < agents;
  }

  private String place() {
    return settings.placeOf(ServerSettings.KEEP_INSTANTS);
  }

  /** Why it is too short for the packs; empty where none asks for what would be gone. */
  private Optional<Refusal> tooShort(Packs packs) {
    return packs
        .longestUseWindow()
        .filter(longest -> instants <= longest.days())
        .map(
            longest ->
                StoreRefusal.KEEP_TOO_SHORT.with(
                    "place", place(),
                    "seen", instants,
                    "allowed", longest.days() + 1,
                    "window", longest.window(),
                    "pack", longest.pack()));
  }

  KeepRecordSmall.Limits limits() {
    return new KeepRecordSmall.Limits(
        Duration.ofDays(agents), Duration.ofDays(instants), Duration.ofDays(messages));
  }
}
