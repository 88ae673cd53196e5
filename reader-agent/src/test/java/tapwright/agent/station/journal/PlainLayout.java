package tapwright.agent.station.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A journal as layouts before 4 wrote it: with its texts in the clear. */
final class PlainLayout {

  private PlainLayout() {}

  /**
   * Turns the closed journal in the folder into layout 3, with this text in every personal place.
   */
  static void put(Path folder, String text) throws SQLException {
    try (Connection file =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.sqlite"))) {
      for (PersonalTexts texts : JournalTables.PERSONAL) {
        run(file, "drop trigger no_update_of_" + texts.table());
        for (String column : texts.columns()) {
          String set = "update " + texts.table() + " set " + column + " = ?";
          run(file, set + " where coalesce(" + column + ", '') <> ''", text);
        }
        run(
            file,
            "create trigger no_update_of_%s before update on %s begin select raise(abort, 'x'); end"
                .formatted(texts.table(), texts.table()));
      }
      run(file, "pragma user_version = 3");
    }
  }

  private static void run(Connection file, String statement, String... values) throws SQLException {
    try (PreparedStatement prepared = file.prepareStatement(statement)) {
      List<String> all = List.of(values);
      for (int i = 0; i < all.size(); i++) {
        prepared.setString(i + 1, all.get(i));
      }
      prepared.execute();
    }
  }
}
