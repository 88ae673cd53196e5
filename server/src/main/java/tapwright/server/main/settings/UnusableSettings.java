package tapwright.server.main.settings;

import java.util.List;
import java.util.stream.Collectors;
import tapwright.core.Refusal;

/** Stops a command whose settings are not taken: it might work on another record than was meant. */
public final class UnusableSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  UnusableSettings(List<Refusal> refusals) {
    super(
        refusals.stream().map(Refusal::message).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.refusals = List.copyOf(refusals);
  }

  /** What is wrong, in the order of flags, environment and file. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** Whether a flag is among what is wrong. */
  public boolean isTyped() {
    return refusals.stream()
            .anyMatch(one -> one.details().getOrDefault("place", "").startsWith("--"))
        && !isOfTheWorld();
  }

  /** Whether a file could not be read, which is no mistake in what was set. */
  public boolean isOfTheWorld() {
    return refusals.stream().allMatch(one -> one.code() == SettingsRefusal.UNREADABLE);
  }
}
