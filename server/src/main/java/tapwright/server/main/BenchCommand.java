package tapwright.server.main;

import picocli.CommandLine.Command;

/** Figures of the product, measured on the machine at hand. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure figures on this machine: policy, taps.",
    subcommands = {BenchPolicyCommand.class, BenchTapsCommand.class, BenchBareCommand.class})
final class BenchCommand {}
