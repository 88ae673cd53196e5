package tapwright.agent.main.emulate;

import java.util.ArrayList;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.Tear;
import tapwright.agent.emulator.VirtualModel;
import tapwright.core.tag.Uid;

/** How the options of {@code emulate} are written. */
public final class EmulateOptions {

  private EmulateOptions() {}

  static final class KindConverter implements ITypeConverter<ReaderKind> {
    @Override
    public ReaderKind convert(String value) {
      return ReaderKind.ofLabel(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "is \""
                          + value
                          + "\", allowed are "
                          + String.join(", ", ReaderKind.labels())));
    }
  }

  /** A port of TCP (RFC 9293, section 3.1). */
  static final class PortConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      if (!value.matches("[1-9]\\d{0,4}") || Integer.parseInt(value) > 65535) {
        throw new TypeConversionException("is \"" + value + "\", allowed are 1 to 65535");
      }
      return Integer.valueOf(value);
    }
  }

  static final class ModelConverter implements ITypeConverter<VirtualModel> {
    @Override
    public VirtualModel convert(String value) {
      return VirtualModel.named(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "is \"" + value + "\", allowed are " + String.join(", ", new Models())));
    }
  }

  /** The names of the models, for the command's help. */
  static final class Models extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Models() {
      super(VirtualModel.all().stream().map(VirtualModel::name).toList());
    }
  }

  public static final class UidConverter implements ITypeConverter<Uid> {
    @Override
    public Uid convert(String value) {
      if (!value.matches("[0-9A-Fa-f]{14}")) {
        throw new TypeConversionException(
            "is \"" + value + "\", allowed are 14 hexadecimal digits");
      }
      return Uid.ofHex(value);
    }
  }

  static final class TearConverter implements ITypeConverter<Tear> {
    @Override
    public Tear convert(String value) {
      if (!value.matches("[1-9]\\d{0,5}(:\\d{1,5})?")) {
        throw new TypeConversionException(
            "is \""
                + value
                + "\", allowed is K or K:N, write K from 1 and N from 0 to 99999 bytes");
      }
      String[] parts = value.split(":", 2);
      return new Tear(
          Integer.parseInt(parts[0]), parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }
  }

  /** The names of the kinds, for the command's help. */
  static final class Kinds extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Kinds() {
      super(ReaderKind.labels());
    }
  }
}
