package tapwright.server.main.bench.taps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tapwright.server.main.bench.load.StoredTaps;
import tapwright.server.main.bench.load.TapLoad;

/** What a run of {@code bench taps} has shown. */
public final class TapsReport {

  private final List<TapSample> samples;
  private final List<TapFigure> figures;
  private final Remarks remarks;
  private final Map<TapRow, TimeProfile> profiles;

  TapsReport(List<TapSample> samples, Remarks remarks, Map<TapRow, TimeProfile> profiles) {
    this.samples = List.copyOf(samples);
    this.remarks = remarks;
    this.profiles = new TreeMap<>(profiles);
    this.figures =
        samples.stream()
            .collect(
                Collectors.groupingBy(
                    sample -> List.of(sample.load(), sample.row()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values()
            .stream()
            .map(TapFigure::of)
            .toList();
  }

  /**
   * What a run has found beside its samples.
   *
   * @param notes what was not measured, and what a figure leaves out
   * @param wronglyRolledUp cards whose roll-ups do not fit their hits
   */
  record Remarks(List<String> notes, List<String> wronglyRolledUp) {
    Remarks {
      notes = List.copyOf(notes);
      wronglyRolledUp = List.copyOf(wronglyRolledUp);
    }
  }

  /** In the order of the loads, the rows of each together. */
  List<TapFigure> figures() {
    return figures;
  }

  private Optional<TapFigure> figure(TapRow row, TapLoad load) {
    return figures.stream()
        .filter(figure -> figure.row() == row && figure.load().equals(load))
        .findFirst();
  }

  /** The row's answers a second against another's under the same load, where both were measured. */
  OptionalDouble ratio(TapRow row, TapRow against, TapLoad load) {
    Optional<TapFigure> one = figure(row, load);
    Optional<TapFigure> other = figure(against, load);
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(one.get().perSecond() / other.get().perSecond())
        : OptionalDouble.empty();
  }

  /** What did not fit, sample by sample and then card by card. */
  List<String> mismatches() {
    return Stream.concat(
            samples.stream().flatMap(sample -> sample.mismatch().stream()),
            remarks.wronglyRolledUp().stream())
        .toList();
  }

  /** Whether every answer of every round is on record once. */
  public boolean isExact() {
    return mismatches().isEmpty();
  }

  /** All answers that had to be stored. */
  long answered() {
    return samples.stream()
        .filter(sample -> sample.stored().isPresent())
        .mapToLong(sample -> sample.result().answered())
        .sum();
  }

  /** All hits that were. */
  long stored() {
    return samples.stream()
        .flatMap(sample -> sample.stored().stream())
        .mapToLong(StoredTaps.Count::all)
        .sum();
  }

  /** Requests that were answered with no redirect, or not at all. */
  long failed() {
    return samples.stream()
        .mapToLong(sample -> sample.result().errors() + sample.result().lost())
        .sum();
  }

  /** What was not measured, and what a figure leaves out. */
  List<String> notes() {
    return remarks.notes();
  }

  /** Where the servers spent their time, of those that were asked. */
  Map<TapRow, TimeProfile> profiles() {
    return Collections.unmodifiableMap(profiles);
  }

  /** As one line of JSON shows it. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bench", "taps");
    map.put("cores", Runtime.getRuntime().availableProcessors());
    map.put("figures", figures.stream().map(this::map).toList());
    map.put("bars", bars());
    map.put("answered", answered());
    map.put("stored", stored());
    map.put("failed", failed());
    map.put("mismatches", mismatches());
    map.put("notes", remarks.notes());
    return map;
  }

  private Map<String, Object> map(TapFigure figure) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("row", figure.row().name());
    map.put("kind", figure.load().kind().name());
    map.put("cards", figure.load().cards());
    map.put("connections", figure.load().connections());
    map.put("perSecond", Math.round(figure.perSecond()));
    map.put("p50Millis", figure.p50Millis());
    map.put("p99Millis", figure.p99Millis());
    map.put("coreMicros", figure.coreMicros());
    ratio(figure.row(), TapRow.BARE, figure.load()).ifPresent(ratio -> map.put("ofBare", ratio));
    map.put("rounds", figure.rounds().stream().map(Math::round).toList());
    return map;
  }

  private List<Map<String, Object>> bars() {
    List<Map<String, Object>> bars = new ArrayList<>();
    for (TapBar bar : TapBar.all()) {
      ratio(bar.row(), bar.against(), bar.load())
          .ifPresent(
              ratio ->
                  bars.add(
                      Map.of(
                          "bar",
                          bar.label(),
                          "least",
                          bar.least(),
                          "measured",
                          ratio,
                          "met",
                          ratio >= bar.least())));
    }
    return bars;
  }
}
