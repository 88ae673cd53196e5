package tapwright.server.main;

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
final class BenchCommand {}
