package tapwright.core.yaml;

import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import tapwright.core.RefusalCode;

/**
 * A text that holds one document of YAML 1.2.
 *
 * @param file its name, for messages
 * @param content what it says
 * @param refusals by which code each fault of this kind of text is refused
 */
public record YamlText(String file, String content, Function<YamlFault, RefusalCode> refusals) {

  /** Deeper than any text of ours, shallow enough for any stack. */
  private static final int DEEPEST = 64;

  /** The document's outermost node. */
  public YamlNode root() {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      checkDepth(settings);
      Node root =
          new Compose(settings)
              .composeString(content)
              .orElseThrow(() -> malformed(Optional.empty(), "the text is empty"));
      return new YamlNode(this, "", "the document", root);
    } catch (MarkedYamlEngineException e) {
      throw malformed(e.getProblemMark(), String.valueOf(e.getProblem()));
    } catch (YamlEngineException e) {
      throw malformed(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** Goes through the text flat first, since composing it would recurse as deep as it nests. */
  private void checkDepth(LoadSettings settings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(content)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw malformed(event.getStartMark(), "nested deeper than " + DEEPEST + " levels");
      }
    }
  }

  Malformed malformed(Optional<Mark> mark, String problem) {
    return refused(YamlFault.MALFORMED, "place", place(mark), "problem", problem);
  }

  Malformed refused(YamlFault fault, Object... details) {
    return new Malformed(refusals.apply(fault).with(details));
  }

  /** File, line and column, counted from 1. */
  String place(Optional<Mark> mark) {
    return mark.map(at -> file + ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
        .orElse(file);
  }
}
