package tapwright.agent.print.target.ipp;

import java.util.Arrays;
import java.util.List;

/**
 * A named value, or several.
 *
 * @param name as registered
 * @param values at least one
 */
public record IppAttribute(String name, List<IppValue> values) {

  public IppAttribute {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values is empty, at least one is needed");
    }
  }

  static IppAttribute charset() {
    return text(IppTag.CHARSET, "attributes-charset", "utf-8");
  }

  static IppAttribute language() {
    return text(IppTag.NATURAL_LANGUAGE, "attributes-natural-language", "en");
  }

  static IppAttribute uri(String name, String value) {
    return text(IppTag.URI, name, value);
  }

  static IppAttribute name(String name, String value) {
    return text(IppTag.NAME, name, value);
  }

  static IppAttribute keywords(String name, String... values) {
    return new IppAttribute(
        name,
        Arrays.stream(values)
            .<IppValue>map(value -> new IppValue.Text(IppTag.KEYWORD, value))
            .toList());
  }

  static IppAttribute mediaType(String name, String value) {
    return text(IppTag.MIME_MEDIA_TYPE, name, value);
  }

  static IppAttribute whole(String name, int value) {
    return new IppAttribute(name, List.of(new IppValue.Whole(IppTag.INTEGER, value)));
  }

  static IppAttribute flag(String name, boolean value) {
    return new IppAttribute(name, List.of(new IppValue.Flag(value)));
  }

  private static IppAttribute text(int tag, String name, String value) {
    return new IppAttribute(name, List.of(new IppValue.Text(tag, value)));
  }
}
