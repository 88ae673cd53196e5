package tapwright.agent.station.journal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what holds secrets unreadable in the journal's file.
 *
 * <p>The key file is made with the first secret, and named in the journal by its fingerprint: from
 * then on a journal without its key, or with another one, is a fault and never opened by a new key.
 */
final class ContentSeal {

  private final Sql sql;
  private final JournalKey keyFile;
  private final RandomGenerator random;
  private @Nullable ContentCipher cipher;

  ContentSeal(Sql sql, JournalKey keyFile, RandomGenerator random) {
    this.sql = sql;
    this.keyFile = keyFile;
    this.random = random;
  }

  /** What is written into the file for the item; within the transaction that writes it. */
  String stored(JournalItem item) {
    return item.secret() ? known(true).seal(item.content(), item.owner(), random) : item.content();
  }

  String opened(String stored, String owner) {
    return ContentCipher.isSealed(stored) ? known(false).open(stored, owner) : stored;
  }

  /** What stands for a secret that is to be known again and never read. */
  String codeOf(String secret) {
    return known(true).codeOf(secret);
  }

  private ContentCipher known(boolean mayMake) {
    ContentCipher known = cipher;
    if (known == null) {
      List<String> named =
          sql.rows("looking for its key", "select fingerprint from seal", row -> row.getString(1));
      known = named.isEmpty() && mayMake ? first() : named(named);
      cipher = known;
    }
    return known;
  }

  /** A file that is there already was made by a process that was killed before it used it. */
  private ContentCipher first() {
    ContentCipher made =
        new ContentCipher(keyFile.exists() ? keyFile.read() : keyFile.make(random));
    sql.run("naming its key", "insert into seal values (?)", made.fingerprint());
    return made;
  }

  private ContentCipher named(List<String> fingerprints) {
    ContentCipher there = new ContentCipher(keyFile.read());
    if (!fingerprints.contains(there.fingerprint())) {
      throw keyFile.wrong();
    }
    return there;
  }
}
