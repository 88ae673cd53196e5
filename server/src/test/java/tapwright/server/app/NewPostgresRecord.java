package tapwright.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tapwright.server.postgres.PostgresRecords;
import tapwright.server.record.Ledger;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.postgres.PostgresStore;

/** A record in PostgreSQL, so that what is tested of use cases holds there too. */
public interface NewPostgresRecord extends NewRecord {

  @Override
  default Ledger newRecord(Path folder) {
    return PostgresStore.open(newPlace(folder), PostgresRecords.means());
  }

  @Override
  default RecordUrl newPlace(Path folder) {
    RecordUrl url = PostgresRecords.create();
    try {
      Files.writeString(place(folder), url.jdbc());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return url;
  }

  @Override
  default RecordUrl url(Path folder) {
    try {
      return PostgresRecords.url(Files.readString(place(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  default String stored(Path folder) throws IOException {
    return PostgresRecords.text(url(folder));
  }

  /** Which database belongs to the folder. */
  private static Path place(Path folder) {
    return folder.resolve("record.url");
  }
}
