package tapwright.server.main.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Gives a command a flag for each setting, with what it means from where it is declared. */
public final class SettingOptions implements IModelTransformer {

  @Override
  public CommandSpec transform(CommandSpec command) {
    ServerSettings.ALL.stream()
        .filter(setting -> !setting.isSecret())
        .forEach(setting -> command.addOption(option(setting)));
    return command.addOption(file());
  }

  private static OptionSpec option(Setting<?> setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(setting.flag())
            .paramLabel(setting.kind().param())
            .type(String.class)
            .description(setting.meaning() + " Else " + setting.usual() + ".");
    return setting.kind().param().equals(Kind.YES_OR_NO)
        ? option.arity("0..1").fallbackValue("true").build()
        : option.build();
  }

  private static OptionSpec file() {
    return OptionSpec.builder(SettingsReader.FILE_FLAG)
        .paramLabel("FILE")
        .type(String.class)
        .description("The settings file. Else (" + SettingsFile.NAME + " in the state folder).")
        .build();
  }

  /** What was typed, by flag. */
  public static Map<String, String> typed(ParseResult parsed) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (OptionSpec option : parsed.matchedOptionsSet()) {
      if (option.getValue() instanceof String text) {
        typed.put(option.longestName(), text);
      }
    }
    return typed;
  }
}
