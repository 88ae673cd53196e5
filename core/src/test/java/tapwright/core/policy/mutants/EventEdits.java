package tapwright.core.policy.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes of an event, or of a list of them, each to the one it is most easily confused with. */
final class EventEdits {

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("purchasedAt", "deliveredAt"),
          Map.entry("upgradedAt", "purchasedAt"),
          Map.entry("processedAt", "shippedAt"),
          Map.entry("productionStartedAt", "processedAt"),
          Map.entry("shippedAt", "deliveredAt"),
          Map.entry("deliveredAt", "shippedAt"),
          Map.entry("activatedAt", "deliveredAt"),
          Map.entry("cancelledAt", "purchasedAt"),
          Map.entry("discontinuedAt", "cancelledAt"),
          Map.entry("periodStartedAt", "purchasedAt"),
          Map.entry("renewsAt", "paidUntil"),
          Map.entry("paidUntil", "renewsAt"),
          Map.entry("completeAt", "approvedAt"),
          Map.entry("rmaIssuedAt", "approvedAt"),
          Map.entry("postedBackAt", "goodsReceivedAt"),
          Map.entry("goodsReceivedAt", "postedBackAt"),
          Map.entry("approvedAt", "completeAt"));

  private EventEdits() {}

  static List<Edit> of(List<Object> path, Object events, String what) {
    if (!(events instanceof List<?> list)) {
      return List.of(changed(path, (String) events, what));
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      List<Object> at = Mutants.then(path, i);
      edits.add(changed(at, (String) list.get(i), what));
      if (list.size() > 1) {
        edits.add(new Edit(what + " without " + list.get(i), at, null));
      }
    }
    return edits;
  }

  private static Edit changed(List<Object> path, String event, String what) {
    String other = OTHERS.getOrDefault(event, "purchasedAt");
    return new Edit(what + " " + other + " for " + event, path, other);
  }
}
