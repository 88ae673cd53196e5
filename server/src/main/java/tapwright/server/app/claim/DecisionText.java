package tapwright.server.app.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tapwright.core.policy.Money;
import tapwright.server.record.claim.StoredClaim;

/** What stored decisions say, read again. */
final class DecisionText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DecisionText() {}

  /** The kinds of evidence that the decision saw. */
  static Set<String> evidence(StoredClaim decision) {
    Set<String> words = new TreeSet<>();
    read(decision).at("/claim/evidence").forEach(word -> words.add(word.asText()));
    return words;
  }

  /** Whether both give the claim the same: outcome, money and effects. */
  static boolean givesTheSame(StoredClaim one, StoredClaim other) {
    JsonNode first = read(one);
    JsonNode second = read(other);
    return first.path("outcome").equals(second.path("outcome"))
        && first.path("amount").equals(second.path("amount"))
        && first.path("effects").equals(second.path("effects"));
  }

  /** The ids of the clauses that decided. */
  static List<String> clauses(StoredClaim decision) {
    return read(decision).path("by").findValuesAsText("clause");
  }

  /** A fact that the decision was taken on. */
  static Optional<String> fact(StoredClaim decision, String name) {
    return decision
        .facts()
        .toUtf8()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst();
  }

  /** What the decision says of money; empty where it says nothing. */
  static Optional<Money> amount(StoredClaim decision) {
    return Money.parse(read(decision).path("amount").asText());
  }

  private static JsonNode read(StoredClaim decision) {
    try {
      return JSON.readTree(decision.shown());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored decision is not JSON", e);
    }
  }
}
