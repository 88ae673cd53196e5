package tapwright.server.main.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.Checked;
import tapwright.core.policy.library.Packs;
import tapwright.server.main.bench.stage.Folders;
import tapwright.server.main.console.Columns;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.serve.StagedServer;
import tapwright.server.store.RecordUrl;

/** Tells stories to fresh servers, and says whether each went as told. */
@Command(
    name = "scenario",
    mixinStandardHelpOptions = true,
    description = {
      "Tells a story to a fresh server on a record of its own, printing it as it goes: who sends"
          + " what, and what is answered. docs/scenarios has stories of all five sellers, and says"
          + " how one is written."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all went as told", "1:a story went otherwise", "2:usage", "3:world failed"})
public final class ScenarioCommand implements Callable<Integer> {

  private static final String RECORD = "story.db";

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "An empty record to tell one story on, as jdbc:postgresql://HOST/NAME.")
  private Optional<String> database = Optional.empty();

  @Parameters(paramLabel = "FILE", description = "A story, or a folder of stories.")
  private Path place;

  @Override
  public Integer call() {
    StagedServer.silenceLog();
    List<Path> files = files();
    if (files.isEmpty()) {
      return output.failed(spec, place + " holds no story; allowed are *.yaml");
    }
    if (files.size() > 1 && database.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--db takes one story, and " + place + " holds " + files.size());
    }
    int otherwise = 0;
    for (Path file : files) {
      otherwise += told(file) ? 0 : 1;
    }
    if (files.size() > 1 && !output.isJson()) {
      output.lines(
          spec, List.of(files.size() - otherwise + " went as told, " + otherwise + " did not"));
    }
    return otherwise == 0 ? CommandOutput.DONE : CommandOutput.NO;
  }

  private List<Path> files() {
    try {
      return ScenarioFiles.at(place);
    } catch (IOException e) {
      throw new ServerFault("cannot read stories at " + place, e);
    }
  }

  private boolean told(Path file) {
    return switch (ScenarioFiles.read(file)) {
      case Checked.Passed<Scenario> read -> told(read.value());
      case Checked.Refused<Scenario> refused ->
          output.refused(spec, refused.refusal()) == CommandOutput.DONE;
    };
  }

  private boolean told(Scenario scenario) {
    Path folder = folder();
    try (Stage stage = Stage.open(scenario, folder, record(folder), Packs.shipped())) {
      return output.isJson() ? tellJson(scenario, stage) : tellLines(scenario, stage);
    } finally {
      Folders.delete(folder);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("tapwright-story-");
    } catch (IOException e) {
      throw new ServerFault("cannot make a folder for the story", e);
    }
  }

  private RecordUrl record(Path folder) {
    return database
        .map(
            url ->
                RecordUrl.parse(url)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(),
                                "--db is "
                                    + RecordUrl.shown(url)
                                    + ", allowed are jdbc:sqlite:FILE and"
                                    + " jdbc:postgresql://HOST/NAME")))
        .orElse(RecordUrl.ofFile(folder.resolve(RECORD)));
  }

  private boolean tellLines(Scenario scenario, Stage stage) {
    StoryLines lines = new StoryLines(scenario.zone());
    Columns columns = Columns.of(System.getenv());
    output.lines(spec, columns.wrapped(StoryLines.title(scenario)));
    boolean went =
        new Teller(stage)
            .tell(scenario, told -> output.lines(spec, columns.wrapped(lines.of(told))));
    output.lines(spec, List.of("", went ? "went as told" : "went otherwise", ""));
    return went;
  }

  private boolean tellJson(Scenario scenario, Stage stage) {
    List<Map<String, Object>> steps = new ArrayList<>();
    boolean went = new Teller(stage).tell(scenario, told -> steps.add(StoryLines.json(told)));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("scenario", scenario.name());
    result.put("file", scenario.file());
    result.put("policy", scenario.policy());
    result.put("asTold", went);
    result.put("steps", steps);
    output.json(spec, result);
    return went;
  }
}
