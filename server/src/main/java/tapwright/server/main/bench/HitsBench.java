package tapwright.server.main.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tap.ChipOnRecord;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.Reason;

/** Classes hits of each kind again and again on one thread, and measures its time on a core. */
final class HitsBench {

  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
  private static final String UID = "04DE5F1EACC040";
  private static final ChipOnRecord COUNTING =
      new ChipOnRecord(Optional.of(Uid.ofHex(UID)), 60, Optional.empty());
  private static final ChipOnRecord SIGNING =
      new ChipOnRecord(Optional.of(Uid.ofHex(UID)), 60, Optional.of(DnaKeys.FACTORY.sun()));

  /** The example of AN12196 rev. 2.0, tables 2 and 4. */
  private static final String SIGNED = "e=EF963FF7828658A599F3041510671E88&c=94EED9EE65337086";

  /** Nearly a word at every letter, as long as a server takes a line of headers. */
  private static final String TIRESOME = "googlebo".repeat(1000);

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(
              "scan of the print", Reason.PRINT_LINK, hit(LinkKind.PRINT, PHONE, ""), COUNTING),
          new Sample(
              "tap, counter mirrored",
              Reason.NEW_COUNTER,
              hit(LinkKind.CHIP, PHONE, "m=" + UID + "x00003D"),
              COUNTING),
          new Sample("tap, signed", Reason.NEW_COUNTER, hit(LinkKind.CHIP, PHONE, SIGNED), SIGNING),
          new Sample(
              "preview by WhatsApp",
              Reason.PREVIEW_AGENT,
              hit(LinkKind.CHIP, "WhatsApp/2.23.20.0 A", ""),
              COUNTING),
          new Sample(
              "scan, agent of 8 kB",
              Reason.PRINT_LINK,
              hit(LinkKind.PRINT, TIRESOME, ""),
              COUNTING));

  private final HitClassing classing;
  private final LongSupplier coreNanos;

  /**
   * A benchmark.
   *
   * @param coreNanos the time that this thread has had on a core
   */
  HitsBench(HitClassing classing, LongSupplier coreNanos) {
    this.classing = classing;
    this.coreNanos = coreNanos;
  }

  /**
   * What was measured of one kind of hit.
   *
   * @param reason how such a hit is classed
   * @param nanos the time on a core that one takes
   */
  record Figure(String name, Reason reason, long nanos) {}

  private record Sample(String name, Reason reason, Hit hit, ChipOnRecord chip) {}

  /** Classes so many hits of each kind, after as many that are not measured. */
  List<Figure> run(int hits) {
    SAMPLES.forEach(sample -> nanos(sample, hits));
    return SAMPLES.stream()
        .map(sample -> new Figure(sample.name(), sample.reason(), nanos(sample, hits) / hits))
        .toList();
  }

  private long nanos(Sample sample, int hits) {
    long start = coreNanos.getAsLong();
    for (int i = 0; i < hits; i++) {
      if (reason(sample) != sample.reason()) {
        throw new IllegalStateException(sample.name() + " is classed as " + reason(sample));
      }
    }
    return coreNanos.getAsLong() - start;
  }

  private Reason reason(Sample sample) {
    return classing.classify(sample.hit(), sample.chip()).reason();
  }

  private static Hit hit(LinkKind link, String agent, String query) {
    return new Hit(link, false, agent, "navigate", ChipParameters.in(query), false);
  }
}
