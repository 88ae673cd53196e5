package tapwright.server.main.policy;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tapwright.core.policy.Word;
import tapwright.core.policy.library.FormatSchema;
import tapwright.server.main.console.CommandOutput;

/** Prints the JSON Schema of packs or of case files, for editors. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON Schema of packs or case files, for editors.")
final class PolicySchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommandOutput output;

  @Parameters(
      paramLabel = "pack|case",
      arity = "0..1",
      defaultValue = "pack",
      converter = Names.class,
      description = "Which; else ${DEFAULT-VALUE}.")
  private FormatSchema schema = FormatSchema.PACK;

  @Override
  public Integer call() {
    output.lines(spec, schema.json().lines().toList());
    return CommandOutput.DONE;
  }

  private static final class Names implements ITypeConverter<FormatSchema> {

    @Override
    public FormatSchema convert(String name) {
      List<FormatSchema> all = List.of(FormatSchema.values());
      return Word.find(all, name.toLowerCase(Locale.ROOT))
          .orElseThrow(
              () -> new TypeConversionException("'" + name + "', allowed are " + Word.list(all)));
    }
  }
}
