package tapwright.agent.print.target.ipp;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Attributes of one thing: of a printer, or of a job.
 *
 * @param tag what it is of
 */
public record IppGroup(int tag, List<IppAttribute> attributes) {

  public IppGroup {
    attributes = List.copyOf(attributes);
  }

  /** Whether the attribute is there, if only to say that it has no value. */
  public boolean has(String name) {
    return values(name).findFirst().isPresent();
  }

  /** The attribute's first value as text; empty where there is none or it is none. */
  public Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** All of the attribute's values that are texts. */
  public List<String> texts(String name) {
    return values(name)
        .flatMap(value -> value instanceof IppValue.Text(_, String text) ? Stream.of(text) : null)
        .toList();
  }

  /** The attribute's first value as number. */
  public OptionalInt whole(String name) {
    return wholes(name).stream().mapToInt(Integer::intValue).findFirst();
  }

  /** All of the attribute's values that are numbers. */
  public List<Integer> wholes(String name) {
    return values(name)
        .flatMap(value -> value instanceof IppValue.Whole(_, int whole) ? Stream.of(whole) : null)
        .toList();
  }

  /** The attribute's first value as yes or no. */
  public Optional<Boolean> flag(String name) {
    return values(name)
        .<Boolean>flatMap(
            value -> value instanceof IppValue.Flag(boolean it) ? Stream.of(it) : null)
        .findFirst();
  }

  private Stream<IppValue> values(String name) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(name))
        .flatMap(attribute -> attribute.values().stream());
  }
}
