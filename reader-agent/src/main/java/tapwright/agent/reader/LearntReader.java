package tapwright.agent.reader;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader model has shown that it can do, a line of the readers file.
 *
 * @param path the one that passed a tag's own commands last; null before any did
 * @param pagesPerFastRead the longest FAST_READ to be asked of it
 * @param bytesPerRead what one FF B0 returned; 0 before one was asked for
 */
record LearntReader(@Nullable NativePath path, int pagesPerFastRead, int bytesPerRead) {

  private static final Pattern LINE =
      Pattern.compile("([a-z-]+)\t([4-9]|[1-5]\\d|6[0-4])\t(0|4|16)\t(.+)");

  private static final String UNKNOWN = "unknown";

  /** One line of the file. */
  record Line(String model, LearntReader learnt) {}

  static LearntReader nothingOf(ReaderProfile profile) {
    return new LearntReader(null, profile.abilities().pagesPerFastRead(), 0);
  }

  LearntReader with(NativePath passed) {
    return new LearntReader(passed, pagesPerFastRead, bytesPerRead);
  }

  LearntReader withPagesPerFastRead(int pages) {
    return new LearntReader(path, pages, bytesPerRead);
  }

  LearntReader withBytesPerRead(int bytes) {
    return new LearntReader(path, pagesPerFastRead, bytes);
  }

  /** The line in the file: path, pages, bytes and model with tabs between. */
  String line(String model) {
    String label = path == null ? UNKNOWN : path.label();
    return String.join("\t", List.of(label, "" + pagesPerFastRead, "" + bytesPerRead, model));
  }

  /** What a line says; empty where it is not understood, as one of another version. */
  static Optional<Line> in(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<NativePath> path = NativePath.ofLabel(parts.group(1));
    if (path.isEmpty() && !parts.group(1).equals(UNKNOWN)) {
      return Optional.empty();
    }
    LearntReader learnt =
        new LearntReader(
            path.orElse(null), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    return Optional.of(new Line(parts.group(4), learnt));
  }
}
