package tapwright.agent.main.bench;

import java.util.List;
import java.util.Locale;

/**
 * What drawing labels takes.
 *
 * @param pdfPerSecond labels a second to PDF, one page each
 * @param zplPerSecond labels a second to ZPL, as graphic
 * @param file the one file of many labels
 */
public record LabelFigures(double pdfPerSecond, double zplPerSecond, LongFile file) {

  /**
   * A file of many labels.
   *
   * @param labels how many
   * @param seconds how long it took
   * @param bytes how large it is
   * @param memory what it took of it
   */
  public record LongFile(int labels, double seconds, long bytes, Memory memory) {}

  /**
   * Heap, in bytes.
   *
   * @param peak the most that was in use at once, waste and all
   * @param limit the most that the platform may use
   * @param kept what was still in use before the file was written, after collecting waste
   */
  public record Memory(long peak, long limit, long kept) {}

  /** The figures as people read them. */
  public List<String> lines(Locale locale) {
    return List.of(
        String.format(locale, "labels a second to PDF: %.0f", pdfPerSecond),
        String.format(locale, "labels a second to ZPL: %.0f", zplPerSecond),
        String.format(
            locale,
            "%,d labels in one PDF: %.1f s, %.1f MB",
            file.labels,
            file.seconds,
            mega(file.bytes)),
        String.format(
            locale,
            "  heap: peak %.0f MB of %.0f MB, %.2f kB kept a label",
            mega(file.memory.peak),
            mega(file.memory.limit),
            file.memory.kept / 1000.0 / file.labels));
  }

  private static double mega(long bytes) {
    return bytes / 1_000_000.0;
  }
}
