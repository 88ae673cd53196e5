package tapwright.server.http;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The paths of the document as patterns, by which a request is named without what it carries. */
final class RoutePatterns {

  /** What a path of no route is called. */
  static final String OTHER = "other";

  private static final String PARAMETER = "\\{\\w+}";

  private final Map<String, Pattern> patterns = new LinkedHashMap<>();

  /** Those of the document that is published. */
  RoutePatterns() {
    for (String path : new JsonObject(Contract.text()).getJsonObject("paths").fieldNames()) {
      patterns.put(path, Pattern.compile(path.replace(".", "\\.").replaceAll(PARAMETER, "[^/]+")));
    }
  }

  /** The pattern that the path is of. */
  String of(String path) {
    return patterns.entrySet().stream()
        .filter(pattern -> pattern.getValue().matcher(path).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }
}
