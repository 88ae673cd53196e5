package tapwright.server.store.upkeep.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tapwright.core.Bytes;
import tapwright.core.policy.cases.Replay;
import tapwright.core.policy.decide.Decision;

/**
 * A decision as it is kept, with what stands beside its bytes.
 *
 * @param name of which claim it is, as people name it
 * @param beside what the row says as well, by the path at which the decision says it
 * @param shown the decision as JSON
 * @param explanation the decision in words
 */
record KeptDecision(
    String name,
    Replay.Kept decided,
    Map<String, String> beside,
    String shown,
    String explanation) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> VALUES =
      new TypeReference<>() {};

  static KeptDecision of(ResultSet row) throws SQLException {
    Replay.Kept decided =
        new Replay.Kept(
            row.getString("pack"),
            row.getString("pack_hash"),
            row.getString("calendar_hash"),
            Bytes.copyOf(row.getBytes("facts")),
            Bytes.copyOf(row.getBytes("decision")));
    return new KeptDecision(
        name(row), decided, beside(row), row.getString("shown"), row.getString("explanation"));
  }

  private static String name(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    return "claim "
        + row.getString("claim_id")
        + (number == 1 ? "" : ", decision " + number + ",")
        + " of "
        + Findings.card(row.getLong("card_id"));
  }

  private static Map<String, String> beside(ResultSet row) throws SQLException {
    Map<String, String> beside = new LinkedHashMap<>();
    beside.put("/outcome", row.getString("outcome"));
    beside.put("/basis/pack", row.getString("pack"));
    beside.put("/basis/packSha256", row.getString("pack_hash"));
    beside.put("/basis/calendarSha256", row.getString("calendar_hash"));
    beside.put("/basis/factsSha256", Bytes.copyOf(row.getBytes("facts")).sha256().toHex());
    if (row.getString("kind") != null) {
      beside.put("/claim/kind", row.getString("kind"));
      beside.put("/claim/reason", row.getString("reason"));
      beside.put("/claim/at", CardAudit.instant(row, "at").toString());
    }
    return beside;
  }

  /** Where what stands beside the decision says something else than the decision. */
  List<String> contradictions() {
    Map<String, String> said = said();
    List<String> found = new ArrayList<>();
    beside.forEach(
        (path, here) -> {
          String there = said.getOrDefault(path, "nothing");
          if (!there.equals(here)) {
            found.add(
                "%s: %s, not %s as was decided"
                    .formatted(path.substring(path.lastIndexOf('/') + 1), here, there));
          }
        });
    if (!isShown()) {
      found.add("shown: not what was decided");
    }
    return found;
  }

  /** A line a value, each with the path that leads to it. */
  private Map<String, String> said() {
    Map<String, String> said = new HashMap<>();
    decided
        .decision()
        .toUtf8()
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(parts -> said.put(parts[0], parts[parts.length - 1]));
    return said;
  }

  private boolean isShown() {
    try {
      return JSON.readTree(shown).isObject()
          && Decision.canonicalBytes(JSON.readValue(shown, VALUES)).equals(decided.decision());
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
