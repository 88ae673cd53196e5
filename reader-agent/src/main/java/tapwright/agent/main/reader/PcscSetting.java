package tapwright.agent.main.reader;

import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tapwright.agent.main.console.CommandRefusal;
import tapwright.agent.pcsc.PcscStack;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/** Which PC/SC provider is used, by its name in the environment or as an option. */
public final class PcscSetting {

  /** Where it is set for every command. */
  static final String VARIABLE = "TAPWRIGHT_PCSC";

  private PcscSetting() {}

  /** What the environment says; our own provider where it says nothing. */
  public static Checked<PcscStack> of(Map<String, String> environment) {
    return named(VARIABLE, environment.getOrDefault(VARIABLE, "own"));
  }

  private static Checked<PcscStack> named(String field, String name) {
    return switch (name) {
      case "own" -> Checked.passed(PcscStack.OWN);
      case "jdk" -> Checked.passed(PcscStack.JDK);
      default -> Checked.refused(CommandRefusal.PCSC_PROVIDER.with("field", field, "seen", name));
    };
  }

  /** As an option's value. */
  public static final class Converter implements ITypeConverter<PcscStack> {
    @Override
    public PcscStack convert(String value) {
      return switch (named("--provider", value)) {
        case Checked.Passed<PcscStack>(PcscStack stack) -> stack;
        case Checked.Refused<PcscStack>(Refusal refusal) ->
            throw new TypeConversionException(refusal.message());
      };
    }
  }
}
