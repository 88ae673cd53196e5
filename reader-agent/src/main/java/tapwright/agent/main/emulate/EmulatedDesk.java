package tapwright.agent.main.emulate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.emulator.EmulatorRefusal;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.TagImage;
import tapwright.agent.emulator.VirtualModel;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.main.console.CommandRefusal;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.main.console.SystemClock;
import tapwright.agent.pcsc.Readers;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * One emulated reader in place of the machine's, with a card on it that a file keeps from command
 * to command: for training without hardware, and for tests of a whole installation.
 */
public final class EmulatedDesk {

  /** Where it is set: the chip's model and the file, as {@code NTAG216=card.image}. */
  static final String VARIABLE = "TAPWRIGHT_EMULATED";

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_]+)=(.+)");

  private final Console console;

  public EmulatedDesk(Console console) {
    this.console = console;
  }

  /** The reader that the environment asks for; empty where it asks for none. */
  public Optional<Checked<Readers>> in(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(VARIABLE)).map(this::readers);
  }

  private Checked<Readers> readers(String setting) {
    Matcher parts = FORM.matcher(setting);
    Optional<VirtualModel> model =
        parts.matches() ? VirtualModel.named(parts.group(1)) : Optional.empty();
    return model.isEmpty()
        ? refused(setting, "that is no model and file")
        : card(setting, model.get(), Path.of(parts.group(2))).map(EmulatedDesk::under);
  }

  private Checked<VirtualTag> card(String setting, VirtualModel model, Path path) {
    VirtualCardFile file = new VirtualCardFile(path);
    try {
      Checked<VirtualTag> card = taken(model, file);
      if (card instanceof Checked.Passed<VirtualTag>(VirtualTag tag)) {
        file.keep(tag);
        file.keepAtExit(tag, console);
      }
      return card;
    } catch (IOException e) {
      return refused(setting, "the card cannot be kept in " + FileProblem.of(path, e));
    }
  }

  private static Checked<VirtualTag> taken(VirtualModel model, VirtualCardFile file)
      throws IOException {
    SecureRandom random = new SecureRandom();
    if (!file.exists()) {
      return Checked.passed(model.blank(random));
    }
    return switch (file.read(random)) {
      case TagImage.Reading.Read(VirtualTag tag) -> ofModel(model, tag);
      case TagImage.Reading.Refused(Refusal refusal) -> Checked.refused(refusal);
    };
  }

  private static Checked<VirtualTag> ofModel(VirtualModel model, VirtualTag tag) {
    return tag.kind() == model
        ? Checked.passed(tag)
        : Checked.refused(
            EmulatorRefusal.OTHER_TAG.with(
                "held", tag.model(), "option", VARIABLE, "asked", model.name()));
  }

  private static Readers under(VirtualTag tag) {
    EmulatedReaders emulated = new EmulatedReaders();
    emulated.attach(ReaderKind.ACR122U).place(tag);
    return Readers.ofProvider(EmulatedReaders.TYPE, emulated.provider(), new SystemClock());
  }

  private static <T> Checked<T> refused(String seen, String problem) {
    String models =
        VirtualModel.all().stream().map(VirtualModel::name).collect(Collectors.joining(", "));
    return Checked.refused(
        CommandRefusal.EMULATED.with(
            "field", VARIABLE, "seen", seen, "problem", problem, "allowed", models));
  }
}
