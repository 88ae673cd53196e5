package tapwright.server.main.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.Checked;
import tapwright.core.policy.cases.CaseFile;
import tapwright.core.policy.cases.CaseResult;
import tapwright.core.policy.library.Packs;
import tapwright.server.main.console.CommandOutput;

/** Runs every golden case of a folder. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Run every case in a folder: a line a failure, then the counts.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all passed", "1:a case failed", "2:usage", "3:the folder cannot be read"})
final class PolicyTestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;
  @Mixin private PolicyFolder policies;

  @Option(
      names = "--overlay",
      paramLabel = "LAW",
      description = "Statutory rights to consider besides, as law-in; off unless switched on.")
  private List<String> overlays = new ArrayList<>();

  @Parameters(paramLabel = "DIR", description = "A folder of case files, or one such file.")
  private Path folder;

  @Override
  public Integer call() {
    Packs.Addition read = policies.packs(overlays);
    return read.refusals().isEmpty() ? test(read.packs()) : output.refused(spec, read.refusals());
  }

  private int test(Packs packs) {
    List<CaseResult> results = new ArrayList<>();
    try {
      List<Path> files = CaseFiles.at(folder);
      if (files.isEmpty()) {
        return output.failed(spec, folder + " holds no case file; allowed are *.yaml and *.yml");
      }
      for (Path file : files) {
        results.addAll(run(packs, file));
      }
    } catch (IOException e) {
      return output.failed(spec, "cannot read cases at " + e.getMessage());
    }
    return report(results);
  }

  private static List<CaseResult> run(Packs packs, Path path) {
    return switch (CaseFiles.read(path)) {
      case Checked.Passed<CaseFile> file -> CaseResult.run(packs, file.value());
      case Checked.Refused<CaseFile> refused ->
          List.of(
              new CaseResult(
                  CaseFiles.name(path),
                  "the whole file",
                  "cases that can be read",
                  "none",
                  refused.refusal().message()));
    };
  }

  private int report(List<CaseResult> results) {
    List<CaseResult> failures = results.stream().filter(result -> !result.passed()).toList();
    int passed = results.size() - failures.size();
    if (output.isJson()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("passed", passed);
      map.put("failed", failures.size());
      map.put("failures", failures.stream().map(PolicyTestCommand::entry).toList());
      output.json(spec, map);
    } else {
      output.lines(spec, failures.stream().map(PolicyTestCommand::line).toList());
      output.lines(spec, List.of(passed + " passed, " + failures.size() + " failed"));
    }
    return failures.isEmpty() ? CommandOutput.DONE : CommandOutput.NO;
  }

  private static String line(CaseResult failure) {
    return failure.file()
        + ": \""
        + failure.name()
        + "\": expected "
        + failure.expected()
        + "; got "
        + failure.got()
        + "; why: "
        + failure.why();
  }

  private static Map<String, Object> entry(CaseResult failure) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", failure.file());
    map.put("case", failure.name());
    map.put("expected", failure.expected());
    map.put("got", failure.got());
    map.put("why", failure.why());
    return map;
  }
}
