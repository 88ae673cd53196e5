package tapwright.core.policy.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.pack.InForce;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.read.VersionReader;
import tapwright.core.policy.text.PolicyText;

/**
 * Reads texts beside the packs at hand, and holds the versions of each policy against one another:
 * one text a version, one version a day, and each announced as the one before it promised.
 */
final class AddedPacks {

  private final Map<Pack, PolicyText> textOf = new LinkedHashMap<>();
  private final List<Pack> packs;
  private final List<Refusal> refusals = new ArrayList<>();

  private AddedPacks(List<Pack> atHand) {
    packs = new ArrayList<>(atHand);
  }

  static Packs.Addition read(List<Pack> atHand, List<PolicyText> texts, HolidayLists lists) {
    AddedPacks added = new AddedPacks(atHand);
    texts.forEach(text -> added.read(text, lists));
    added.textOf.forEach(added::checkVersion);
    return new Packs.Addition(Packs.of(added.packs), added.refusals);
  }

  private void read(PolicyText text, HolidayLists lists) {
    switch (Packs.load(text, lists)) {
      case Checked.Refused<Pack> refused -> refusals.add(refused.refusal());
      case Checked.Passed<Pack> taken -> add(taken.value(), text);
    }
  }

  private void add(Pack pack, PolicyText text) {
    if (packs.stream().anyMatch(other -> other.key().equals(pack.key()))) {
      refusals.add(
          PolicyRefusal.NAME_TWICE.with(
              "place", text.placeOf("version"), "key", "pack", "seen", pack.key()));
      return;
    }
    packs.add(pack);
    textOf.put(pack, text);
  }

  private void checkVersion(Pack pack, PolicyText text) {
    List<Pack> others =
        packs.stream().filter(other -> other != pack && other.id().equals(pack.id())).toList();
    if (others.isEmpty()) {
      return;
    }
    if (pack.inForce().isEmpty()) {
      refusals.add(undated(pack, text, others.getFirst()));
      return;
    }
    Optional<Pack> sameDay =
        others.stream().filter(other -> start(other).equals(start(pack))).findFirst();
    if (sameDay.isPresent()) {
      refusals.add(sameStart(pack, text, sameDay.get()));
      return;
    }
    others.stream()
        .filter(other -> other.inForce().isPresent() && start(other).isBefore(start(pack)))
        .max(Comparator.comparing(AddedPacks::start))
        .flatMap(earlier -> unannounced(pack, text, earlier))
        .ifPresent(refusals::add);
  }

  private static Instant start(Pack pack) {
    return pack.start();
  }

  private static Refusal undated(Pack pack, PolicyText text, Pack other) {
    return PolicyRefusal.VERSION_UNDATED.with(
        "place", text.placeOf("version"), "pack", pack.key(), "other", other.key());
  }

  private static Refusal sameStart(Pack pack, PolicyText text, Pack other) {
    return PolicyRefusal.VERSION_SAME_START.with(
        "place",
        text.placeOf("inForce"),
        "pack",
        pack.key(),
        "from",
        pack.inForce().orElseThrow().firstDay().toString(),
        "other",
        other.key());
  }

  /** The notice that the text before promised binds the change, whatever the new one promises. */
  private static Optional<Refusal> unannounced(Pack pack, PolicyText text, Pack earlier) {
    InForce version = pack.inForce().orElseThrow();
    int days = Math.max(promisedBy(pack), promisedBy(earlier));
    InForce.Notice own = version.notice();
    if (days == 0) {
      return Optional.empty();
    }
    if (own == null || own.given() == null) {
      return Optional.of(
          PolicyRefusal.NOTICE_UNDATED.with(
              "place",
              text.placeOf("inForce"),
              "pack",
              pack.key(),
              "earlier",
              earlier.key(),
              "days",
              Integer.toString(days)));
    }
    return new InForce.Notice(days, own.given()).isKept(version.firstDay())
        ? Optional.empty()
        : Optional.of(
            VersionReader.tooShort(text.placeOf("inForce"), version.firstDay(), own.given(), days));
  }

  private static int promisedBy(Pack pack) {
    return pack.inForce().map(InForce::notice).map(InForce.Notice::days).orElse(0);
  }
}
