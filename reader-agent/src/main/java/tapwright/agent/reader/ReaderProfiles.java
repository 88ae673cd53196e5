package tapwright.agent.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of readers: by which path each model passes a tag's own commands.
 *
 * <p>Knowledge only orders what is tried, so that wrong knowledge costs an exchange and nothing
 * more. That a reader passes none is kept for the life of this object and not in the file: a later
 * firmware or reader of the same name may do better.
 */
public final class ReaderProfiles {

  /** The indices that PC/SC puts behind a reader's name; they change when it is plugged anew. */
  private static final Pattern INDICES = Pattern.compile(" \\d\\d \\d\\d$");

  private static final System.Logger LOG = System.getLogger(ReaderProfiles.class.getName());

  private static final String SEPARATOR = "\t";

  private final @Nullable Path file;
  private final Map<String, NativePath> pathByModel;
  private final Set<String> withoutPath = new HashSet<>();

  private ReaderProfiles(@Nullable Path file, Map<String, NativePath> pathByModel) {
    this.file = file;
    this.pathByModel = pathByModel;
  }

  /** Knowledge that ends with this object. */
  public static ReaderProfiles inMemory() {
    return new ReaderProfiles(null, new TreeMap<>());
  }

  /** Knowledge kept in a file, one line a model; lines that are not understood are passed over. */
  public static ReaderProfiles in(Path file) {
    Map<String, NativePath> paths = new TreeMap<>();
    for (String line : linesOf(file)) {
      String[] parts = line.split(SEPARATOR, 2);
      Optional<NativePath> path = NativePath.ofLabel(parts[0]);
      if (parts.length == 2 && path.isPresent()) {
        paths.put(parts[1], path.get());
      }
    }
    return new ReaderProfiles(file, paths);
  }

  /** The paths worth trying on a reader, the best first; empty when it is known to have none. */
  synchronized List<NativePath> candidates(String reader) {
    if (withoutPath.contains(reader)) {
      return List.of();
    }
    List<NativePath> ordered = new ArrayList<>(List.of(NativePath.values()));
    NativePath known = pathByModel.get(model(reader));
    if (known != null) {
      ordered.remove(known);
      ordered.addFirst(known);
    }
    return ordered;
  }

  synchronized void found(String reader, NativePath path) {
    if (path != pathByModel.put(model(reader), path)) {
      keep();
    }
  }

  synchronized void foundNone(String reader) {
    withoutPath.add(reader);
  }

  private static String model(String reader) {
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
    return pathByModel.entrySet().stream()
        .map(entry -> entry.getValue().label() + SEPARATOR + entry.getKey())
        .toList();
  }
}
