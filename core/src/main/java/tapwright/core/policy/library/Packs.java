package tapwright.core.policy.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.PolicyRefusal;
import tapwright.core.policy.check.PackCheck;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.read.PackReader;
import tapwright.core.policy.text.PolicyText;

/** The packs at hand, each in all its versions. */
public final class Packs {

  private final List<Pack> packs;

  private Packs(List<Pack> packs) {
    this.packs = packs.stream().sorted(Comparator.comparing(Pack::key)).toList();
  }

  /** These packs and no other. */
  public static Packs of(List<Pack> packs) {
    return new Packs(packs);
  }

  /** The packs that are part of the product. */
  public static Packs shipped() {
    return shipped(HolidayLists.shipped());
  }

  /** The packs that are part of the product, with the holidays of these lists. */
  public static Packs shipped(HolidayLists lists) {
    return new Packs(ShippedPacks.read(lists));
  }

  /** A pack from its text; the holiday lists of the product are known to it. */
  public static Checked<Pack> parse(String file, String text) {
    return parse(new PolicyText(file, text), HolidayLists.shipped());
  }

  /** A pack from its text, with the holidays of these lists. */
  public static Checked<Pack> parse(PolicyText text, HolidayLists lists) {
    return PackReader.read(text.file(), text.text(), lists.byId());
  }

  /**
   * A pack from its text that may decide claims: beside its form its cells are gone through, so
   * that it has no gap that it does not declare, no overlap and no dead clause.
   */
  public static Checked<Pack> load(PolicyText text, HolidayLists lists) {
    return switch (parse(text, lists)) {
      case Checked.Refused<Pack> refused -> refused;
      case Checked.Passed<Pack> taken ->
          PackCheck.of(taken.value()).findings().stream()
              .flatMap(finding -> finding.refusal().stream())
              .findFirst()
              .<Checked<Pack>>map(Checked.Refused::new)
              .orElse(taken);
    };
  }

  /** These packs and one more. */
  public Packs with(Pack pack) {
    List<Pack> more = new ArrayList<>(packs);
    more.add(pack);
    return new Packs(more);
  }

  /**
   * These packs and those of the texts; a text that cannot stand beside the others is refused.
   *
   * @param texts of packs, each in a file of its own
   * @param lists the holidays for their calendars
   */
  public Addition withTexts(List<PolicyText> texts, HolidayLists lists) {
    return AddedPacks.read(packs, texts, lists);
  }

  /**
   * What came of adding texts to packs.
   *
   * @param packs all that were there, and of the texts those that can be read
   * @param refusals what is wrong with the texts; nothing should be decided while there is any
   */
  public record Addition(Packs packs, List<Refusal> refusals) {

    public Addition {
      refusals = List.copyOf(refusals);
    }
  }

  /** All packs, sorted by id and version. */
  public List<Pack> all() {
    return packs;
  }

  /** The pack by {@code id@version}, or by id alone the version that binds last. */
  public Optional<Pack> find(String name) {
    return packs.stream()
        .filter(pack -> pack.isNamed(name))
        .max(Comparator.comparing(Packs::start));
  }

  /**
   * The version that rules an order: of those with the id the last that was in force at the event
   * that the text names. Where the order is older than all, the first, which then goes to review.
   */
  public Optional<Pack> inForce(String name, Facts facts) {
    List<Pack> versions =
        packs.stream()
            .filter(pack -> pack.isNamed(name))
            .sorted(Comparator.comparing(Packs::start))
            .toList();
    return versions.stream()
        .filter(pack -> binds(pack, facts))
        .reduce((earlier, later) -> later)
        .or(() -> versions.stream().findFirst());
  }

  private static boolean binds(Pack pack, Facts facts) {
    return pack.inForce()
        .flatMap(version -> facts.at(version.by()))
        .map(event -> !event.isBefore(start(pack)))
        .orElse(pack.inForce().isEmpty());
  }

  private static Instant start(Pack pack) {
    return pack.start();
  }

  /** The longest window in which any clause counts uses; empty where none counts any. */
  public Optional<UseWindow> longestUseWindow() {
    return packs.stream()
        .flatMap(
            pack ->
                pack.cells().usageWindows().stream()
                    .map(
                        window ->
                            new UseWindow(pack.key(), window.id(), window.span().atMostDays())))
        .max(Comparator.comparingInt(UseWindow::days));
  }

  /**
   * A window in which uses are counted.
   *
   * @param pack id and version of the pack
   * @param window its name there
   * @param days so many at most, however it falls
   */
  public record UseWindow(String pack, String window, int days) {}

  /** Why a name is no pack's. */
  public Refusal unknown(String name) {
    String known = packs.stream().map(Pack::id).distinct().collect(Collectors.joining(", "));
    return PolicyRefusal.PACK_UNKNOWN.with("pack", name, "known", known);
  }
}
