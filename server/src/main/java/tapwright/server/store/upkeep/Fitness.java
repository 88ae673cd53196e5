package tapwright.server.store.upkeep;

import java.nio.file.Files;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.schema.Schema;

/** Whether a URL leads to a record that this program can read as it is. */
public final class Fitness {

  private Fitness() {}

  /** Why it does not; empty where it does. */
  public static Optional<Refusal> refusal(RecordUrl url) {
    if (isMissing(url)) {
      return Optional.of(StoreRefusal.MISSING.with("db", url));
    }
    return switch (Schema.versions(url)) {
      case Answer.Refused<Schema.Versions> refused -> Optional.of(refused.refusal());
      case Answer.Done<Schema.Versions> done -> refusal(url, done.value());
    };
  }

  /** An embedded record that nobody has made; to look would make the file. */
  public static boolean isMissing(RecordUrl url) {
    return url.engine() == RecordUrl.Engine.SQLITE && !Files.exists(url.file());
  }

  private static Optional<Refusal> refusal(RecordUrl url, Schema.Versions versions) {
    if (versions.onRecord().isEmpty()) {
      return Optional.of(StoreRefusal.MISSING.with("db", url));
    }
    return versions.isCurrent()
        ? Optional.empty()
        : Optional.of(
            StoreRefusal.SCHEMA_OLDER.with(
                "db", url, "seen", versions.onRecord(), "allowed", versions.known()));
  }
}
