package tapwright.agent.station.journal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what holds secrets or people unreadable in a file of the journal.
 *
 * <p>The key file is made with the first text, and named in the file by its fingerprint: from then
 * on a file without its key, or with another one, is a fault and never opened by a new key.
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

  /** What is written into the file for the text; within the transaction that writes it. */
  String stored(String text, String owner) {
    return text.isEmpty() ? text : known(true).seal(text, owner, random);
  }

  /** The same where there may be no text. */
  @Nullable String storedIfAny(@Nullable String text, @Nullable String owner) {
    return text == null ? null : stored(text, String.valueOf(owner));
  }

  /** What was written before files were sealed, and nothing, are read as they are. */
  String opened(String stored, String owner) {
    return ContentCipher.isSealed(stored) ? known(false).open(stored, owner) : stored;
  }

  @Nullable String openedIfAny(@Nullable String stored, @Nullable String owner) {
    return stored == null ? null : opened(stored, String.valueOf(owner));
  }

  /** Seals a text of an earlier layout; one that is sealed already stays as it is. */
  String resealed(String stored, String owner) {
    return ContentCipher.isSealed(stored) ? stored : stored(stored, owner);
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

  private ContentCipher first() {
    ContentCipher made = new ContentCipher(keyFile.readOrMake(random));
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
