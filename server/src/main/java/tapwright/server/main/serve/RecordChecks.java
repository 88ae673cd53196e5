package tapwright.server.main.serve;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.server.app.Answer;
import tapwright.server.app.access.OpenKeys;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.MasterKey;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.settings.Settings;
import tapwright.server.record.Ledger;
import tapwright.server.record.StoreFault;
import tapwright.server.security.MasterKeys;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.schema.Schema;
import tapwright.server.store.upkeep.Fitness;

/** Whether the record can be worked on, and with the key of the state folder. */
final class RecordChecks {

  private static final String RECORD = "record";
  private static final String KEY = "master key";

  private RecordChecks() {}

  static List<Finding> of(Settings settings) {
    RecordUrl url = Installation.database(settings);
    try {
      return Fitness.isMissing(url)
          ? List.of(
              Finding.ok(RECORD, url + " holds none yet; the first start makes it"), keyAlone())
          : there(url);
    } catch (StoreFault | ServerFault e) {
      return List.of(Finding.failed(RECORD, String.valueOf(e.getMessage())));
    }
  }

  private static List<Finding> there(RecordUrl url) {
    return switch (Schema.versions(url)) {
      case Answer.Refused<Schema.Versions> refused ->
          List.of(Finding.no(RECORD, refused.refusal()));
      case Answer.Done<Schema.Versions> done -> versioned(url, done.value());
    };
  }

  private static List<Finding> versioned(RecordUrl url, Schema.Versions versions) {
    Optional<Refusal> foreign = Schema.foreign(url);
    if (foreign.isPresent()) {
      return List.of(Finding.no(RECORD, foreign.get()));
    }
    if (!versions.isCurrent()) {
      return List.of(Finding.ok(RECORD, later(url, versions)), keyAlone());
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok(RECORD, url + " has schema version " + versions.known()));
    findings.add(key(url));
    return findings;
  }

  private static String later(RecordUrl url, Schema.Versions versions) {
    return versions.onRecord().isEmpty()
        ? url + " holds none yet; the first start makes it"
        : "%s has schema version %s; the start brings it to %s, so make a backup first"
            .formatted(url, versions.onRecord(), versions.known());
  }

  /** Whether the keys can be read, where there is no record to try them on. */
  private static Finding keyAlone() {
    MasterKey source = MasterKey.ofThisProcess();
    if (source.file().filter(Files::notExists).isPresent()) {
      return Finding.ok(KEY, "the first start draws it");
    }
    try {
      return Finding.ok(KEY, "%d at hand".formatted(source.existing().size()));
    } catch (ServerFault e) {
      return Finding.failed(KEY, String.valueOf(e.getMessage()));
    }
  }

  /** Only a record of this version is opened, since to open an older one would migrate it. */
  private static Finding key(RecordUrl url) {
    SecureRandom random = new SecureRandom();
    try (Ledger store = Installation.store(url, random)) {
      if (!OpenKeys.isKnown(store).join()) {
        return Finding.ok(KEY, "the first start draws it");
      }
      MasterKeys atHand = new MasterKeys(MasterKey.ofThisProcess().existing(), random);
      return store
          .readAcrossSellers(records -> records.dataKeys().find(OpenKeys.ROOT))
          .join()
          .map(root -> opened(atHand.unwrap(root).isPresent()))
          .orElseGet(() -> Finding.ok(KEY, "the start takes over that of an earlier version"));
    } catch (ServerFault e) {
      return Finding.failed(KEY, String.valueOf(e.getMessage()));
    }
  }

  private static Finding opened(boolean opens) {
    return opens
        ? Finding.ok(KEY, "one at hand opens the record")
        : Finding.failed(KEY, "none at hand opens the record; bring the one that does");
  }
}
