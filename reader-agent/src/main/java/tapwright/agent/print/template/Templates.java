package tapwright.agent.print.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** The templates that can be chosen. */
public final class Templates {

  private static final String SUFFIX = ".yaml";

  /** The files beside this class' resources; a test keeps list and folder equal. */
  static final List<String> SHIPPED =
      List.of(
          "card-back",
          "card-front",
          "desk-label",
          "parcel-label",
          "sheet-a4",
          "sheet-a4-large",
          "sheet-cut",
          "sheet-letter",
          "small-label");

  private final Map<String, LabelTemplate> templates;

  private Templates(Map<String, LabelTemplate> templates) {
    this.templates = templates;
  }

  /** Those that Tapwright brings. */
  public static Templates shipped() {
    Map<String, LabelTemplate> templates = new TreeMap<>();
    for (String name : SHIPPED) {
      LabelTemplate template =
          TemplateReader.read(name + SUFFIX, resource(name + SUFFIX)).orThrow();
      templates.put(template.id(), template);
    }
    return new Templates(templates);
  }

  /**
   * Those that Tapwright brings and those of a folder, whose files end in {@code .yaml}; one of the
   * same id takes the place of a shipped one. A folder that is not there has none.
   */
  public static Checked<Templates> shippedAnd(Path folder) {
    return files(folder).then(Templates::own).map(Templates::besideShipped);
  }

  private static Templates besideShipped(Map<String, LabelTemplate> own) {
    Map<String, LabelTemplate> all = new TreeMap<>(shipped().templates);
    all.putAll(own);
    return new Templates(all);
  }

  private static Checked<Map<String, LabelTemplate>> own(List<Path> files) {
    Map<String, LabelTemplate> own = new TreeMap<>();
    for (Path file : files) {
      switch (read(file)) {
        case Checked.Passed<LabelTemplate>(LabelTemplate one) -> {
          if (own.put(one.id(), one) != null) {
            return Checked.refused(TemplateRefusal.ID_TWICE.with("file", file, "seen", one.id()));
          }
        }
        case Checked.Refused<LabelTemplate>(Refusal refusal) -> {
          return Checked.refused(refusal);
        }
      }
    }
    return Checked.passed(own);
  }

  /** In the order of their ids. */
  public Collection<LabelTemplate> all() {
    return templates.values();
  }

  /** The one with the id; {@code field} names it in the refusal. */
  public Checked<LabelTemplate> named(String field, String id) {
    LabelTemplate template = templates.get(id);
    return template != null
        ? Checked.passed(template)
        : Checked.refused(
            TemplateRefusal.UNKNOWN.with(
                "field", field, "seen", id, "allowed", String.join(", ", templates.keySet())));
  }

  private static Checked<List<Path>> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Checked.passed(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return Checked.passed(
          files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList());
    } catch (IOException e) {
      return Checked.refused(problem(folder, said(e)));
    }
  }

  private static Checked<LabelTemplate> read(Path file) {
    try {
      return TemplateReader.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      return Checked.refused(problem(file, said(e)));
    }
  }

  private static Refusal problem(Path file, String problem) {
    return TemplateRefusal.FILE.with("file", file, "problem", problem);
  }

  private static String said(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private static String resource(String name) {
    String path = "/tapwright/labels/" + name;
    try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
