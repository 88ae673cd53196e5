package tapwright.server.main.bench;

import picocli.CommandLine.Command;

/** Figures of the product, measured on the machine at hand. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure figures on this machine: policy, hits, taps, record.",
    subcommands = {
      BenchPolicyCommand.class,
      BenchHitsCommand.class,
      BenchTapsCommand.class,
      BenchRecordCommand.class,
      BenchBareCommand.class
    })
public final class BenchCommand {}
