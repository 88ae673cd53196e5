package tapwright.server.main.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tapwright.core.card.CardId;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.claim.ClaimMeans;
import tapwright.server.app.claim.ClaimTerms;
import tapwright.server.app.claim.DecideClaims;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.main.ServerMain;
import tapwright.server.main.bench.record.RecordMeans;
import tapwright.server.main.bench.record.RecordReport;
import tapwright.server.main.bench.record.RecordRun;
import tapwright.server.main.bench.record.RecordSettings;
import tapwright.server.main.bench.stage.BenchProgress;
import tapwright.server.main.bench.taps.TapsSettings;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.StoreMeans;
import tapwright.server.main.serve.HitPath;
import tapwright.server.record.Ledger;
import tapwright.server.security.Keys;
import tapwright.server.security.SecretVault;
import tapwright.server.security.TextVault;

/** Measures what records of many taps take, and how fast decisions and taps are on them. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Loads records with taps of 400 days on 1,000 cards and as many, up to a million, on one card"
          + " more, on SQLite and on a private PostgreSQL cluster; then says what they take, how"
          + " long a decision takes, and how fast more taps are. Needs wrk.",
      "Exit code 1 when a tap that was loaded is not on record."
    })
final class BenchRecordCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;

  @Option(
      names = "--taps",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000000,10000000",
      description = "Sizes, ten million take minutes; else ${DEFAULT-VALUE}.")
  private List<Long> taps = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long taps on top are measured; else ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Leaves the SQLite files in this empty or new folder.")
  private @Nullable Path kept;

  private final SecureRandom random = new SecureRandom();

  @Override
  public Integer call() {
    check();
    RecordReport report;
    try (BenchProgress progress = BenchProgress.to(spec.commandLine().getErr())) {
      report =
          new RecordRun(new RecordSettings(taps, seconds, Optional.ofNullable(kept)), means())
              .run(progress);
    }
    if (output.isJson()) {
      output.json(spec, report.toMap());
    } else {
      output.lines(spec, report.lines());
    }
    return report.isExact() ? CommandOutput.DONE : CommandOutput.NO;
  }

  private void check() {
    for (long size : taps) {
      if (size < 1 || size > RecordSettings.MOST_TAPS) {
        throw usage("--taps is " + size + ", allowed are 1 to " + RecordSettings.MOST_TAPS);
      }
    }
    if (seconds < 1 || seconds > TapsSettings.MOST_SECONDS) {
      throw usage("--seconds is " + seconds + ", allowed are 1 to " + TapsSettings.MOST_SECONDS);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private RecordMeans means() {
    return new RecordMeans(
        ServerMain.class.getName(), this::desk, this::decisions, StoreMeans.ofThisProcess(random));
  }

  private TakeHits desk(Ledger ledger) {
    // The cards' chips sign nothing: no key is ever asked for.
    SecretVault secrets = new SecretVault(new Keys(new byte[Keys.MASTER_BYTES]), random);
    return new TakeHits(
        ledger,
        HitPath.rules(secrets),
        new TakeHits.Limits(RecordMeans.WAITING, RecordMeans.BATCH));
  }

  private DecideClaims decisions(Ledger ledger) {
    // The sample's claims come without words: no key is ever asked for.
    TextVault texts = new TextVault(new Keys(new byte[Keys.MASTER_BYTES]), random);
    ClaimMeans means =
        new ClaimMeans(
            Packs.shipped(), () -> CardId.draw(random).toString(), texts, ClaimTerms.USUAL);
    return new DecideClaims(ledger, means, Installation.CLOCK);
  }
}
