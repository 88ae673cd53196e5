package tapwright.agent.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What readers have shown that they can do, kept by model: by which path each passes a tag's own
 * commands, how many pages one FAST_READ brings and how many bytes one FF B0.
 *
 * <p>Knowledge only orders what is tried, so that wrong knowledge costs an exchange and nothing
 * more. That a reader passes none is kept for the life of this object and not in the file: a later
 * firmware or reader of the same name may do better.
 */
public final class ReaderProfiles {

  /** The indices that PC/SC puts behind a reader's name; they change when it is plugged anew. */
  private static final Pattern INDICES = Pattern.compile(" \\d\\d \\d\\d$");

  private static final System.Logger LOG = System.getLogger(ReaderProfiles.class.getName());

  private final @Nullable Path file;
  private final Map<String, LearntReader> learntByModel = new TreeMap<>();
  private final Set<String> withoutPath = new HashSet<>();
  private final FastReadLengths fastReads = new FastReadLengths(this);

  private ReaderProfiles(@Nullable Path file) {
    this.file = file;
  }

  /** Knowledge that ends with this object. */
  public static ReaderProfiles inMemory() {
    return new ReaderProfiles(null);
  }

  /** Knowledge kept in a file, one line a model; lines that are not understood are passed over. */
  public static ReaderProfiles in(Path file) {
    ReaderProfiles profiles = new ReaderProfiles(file);
    linesOf(file).stream()
        .flatMap(line -> LearntReader.in(line).stream())
        .forEach(line -> profiles.learntByModel.put(line.model(), line.learnt()));
    return profiles;
  }

  /** The reader of that name with all that is known of it. */
  KnownReader of(String reader) {
    return new KnownReader(this, reader);
  }

  synchronized LearntReader learnt(String reader) {
    LearntReader learnt = learntByModel.get(model(reader));
    return learnt == null ? LearntReader.nothingOf(ReaderCatalogue.profileOf(reader)) : learnt;
  }

  synchronized void learn(String reader, UnaryOperator<LearntReader> step) {
    LearntReader before = learnt(reader);
    LearntReader after = step.apply(before);
    if (!after.equals(before)) {
      learntByModel.put(model(reader), after);
      keep();
    }
  }

  synchronized boolean passesNothing(String reader) {
    return withoutPath.contains(reader);
  }

  synchronized void foundNone(String reader) {
    withoutPath.add(reader);
  }

  FastReadLengths fastReads() {
    return fastReads;
  }

  static String model(String reader) {
    return INDICES.matcher(reader).replaceFirst("");
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of(); // as good as no knowledge: readers are probed anew
    }
  }

  /** Written aside and moved, since several stations may share the file. */
  private void keep() {
    Path target = file;
    if (target == null) {
      return;
    }
    try {
      Path aside = Files.createTempFile(target.toAbsolutePath().getParent(), "readers", ".tmp");
      Files.write(aside, lines());
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot keep what readers can do in " + target, e);
    }
  }

  private List<String> lines() {
    return learntByModel.entrySet().stream()
        .map(entry -> entry.getValue().line(entry.getKey()))
        .toList();
  }
}
