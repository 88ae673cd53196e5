package tapwright.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tapwright.house.RefusalPage;
import tapwright.server.http.Endpoint;
import tapwright.server.record.access.Role;

/** docs/access.md against the table of routes: a row a route, and a row a role. */
final class AccessPage {

  private AccessPage() {}

  /** What must change for the page to say what the table says, a line each; empty when equal. */
  static List<String> differences() {
    List<String> written = rows();
    List<String> meant = Arrays.stream(Endpoint.values()).map(AccessPage::row).toList();
    List<String> differences = new ArrayList<>();
    meant.stream()
        .filter(row -> !written.contains(row))
        .forEach(r -> differences.add("write " + r));
    written.stream()
        .filter(row -> !row.startsWith("| **") && !meant.contains(row))
        .forEach(row -> differences.add("strike " + row));
    for (Role role : Role.values()) {
      if (written.stream().noneMatch(row -> row.startsWith("| **" + word(role) + "** |"))) {
        differences.add("write | **" + word(role) + "** | what it is |");
      }
    }
    return differences;
  }

  private static String row(Endpoint endpoint) {
    String roles =
        endpoint.isPublic()
            ? "everybody"
            : endpoint.roles().stream().map(AccessPage::word).collect(Collectors.joining(", "));
    return "| " + endpoint.method().name() + " | `" + endpoint.path() + "` | " + roles + " |";
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> rows() {
    try {
      return Files.readAllLines(RefusalPage.projectFolder().resolve("docs/access.md")).stream()
          .filter(line -> line.matches("\\| (\\*\\*|[A-Z]+ \\| `).*"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
