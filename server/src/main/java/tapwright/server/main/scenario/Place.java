package tapwright.server.main.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in an answer: a JSON pointer (RFC 6901), in which <code>*</code> stands for each item of
 * a list, as in <code>/decision/by/&#42;/clause</code>.
 */
record Place(String pointer) {

  /** What is read where nothing is. */
  static final String ABSENT = "absent";

  /** What is read where a list is empty. */
  static final String NONE = "none";

  private static final Pattern EACH = Pattern.compile("/\\*(?=/|$)");

  /** What is there as one text: the items of a list with commas between. */
  String in(JsonNode body) {
    Matcher each = EACH.matcher(pointer);
    if (!each.find()) {
      return text(body.at(pointer));
    }
    JsonNode list = body.at(pointer.substring(0, each.start()));
    if (list.isMissingNode()) {
      return ABSENT;
    }
    Place rest = new Place(pointer.substring(each.end()));
    List<String> items = new ArrayList<>();
    list.forEach(item -> items.add(rest.in(item)));
    return listed(items);
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return ABSENT;
    }
    if (!node.isArray()) {
      return node.isValueNode() ? node.asText() : node.toString();
    }
    List<String> items = new ArrayList<>();
    node.forEach(item -> items.add(text(item)));
    return listed(items);
  }

  private static String listed(List<String> items) {
    return items.isEmpty() ? NONE : String.join(", ", items);
  }

  /** As people say it: <code>decision due refund</code>. */
  String said() {
    return EACH.matcher(pointer).replaceAll("").substring(1).replace('/', ' ');
  }
}
