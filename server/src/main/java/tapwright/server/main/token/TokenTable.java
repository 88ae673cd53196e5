package tapwright.server.main.token;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tapwright.server.record.access.Token;
import tapwright.server.record.access.TokenLife;

/** Tokens as people and programs read them, never their secrets. */
final class TokenTable {

  private TokenTable() {}

  /** The rows under their heads, in columns as wide as they need be. */
  static List<String> lines(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }

  /** Whether it opens anything, and until when. */
  static String standing(Token token, Instant now) {
    TokenLife life = token.life();
    if (life.revokedAt().isPresent()) {
      return "revoked " + second(life.revokedAt());
    }
    String end = life.expiresAt().isPresent() ? second(life.expiresAt()) : "revoked";
    return (life.hasExpired(now) ? "ended " : "in force until ") + end;
  }

  static String second(Optional<Instant> at) {
    return at.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("never");
  }

  static Map<String, Object> json(Token token) {
    TokenLife life = token.life();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", token.id());
    json.put("name", token.name());
    json.put("role", TokenCreateCommand.word(token.role()));
    json.put("createdAt", life.createdAt().toString());
    put(json, "expiresAt", life.expiresAt());
    put(json, "revokedAt", life.revokedAt());
    put(json, "lastSeenAt", life.lastSeenAt());
    put(json, "lastRefusedAt", life.lastRefusedAt());
    return json;
  }

  private static void put(Map<String, Object> json, String field, Optional<Instant> at) {
    at.ifPresent(instant -> json.put(field, instant.toString()));
  }

  static Map<String, Object> json(List<Token> tokens) {
    return Map.of("tokens", tokens.stream().map(TokenTable::json).collect(Collectors.toList()));
  }
}
