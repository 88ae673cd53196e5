package tapwright.agent.main.emulate;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tapwright.agent.emulator.EmulatorRefusal;
import tapwright.agent.emulator.ReaderFront;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.TagImage;
import tapwright.agent.emulator.Tear;
import tapwright.agent.emulator.VirtualModel;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.emulator.VpcdBridge;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.FileProblem;
import tapwright.agent.main.console.Program;
import tapwright.agent.main.console.SystemClock;
import tapwright.core.tag.Uid;

/** Lays a virtual card on a virtual reader of a real pcscd, until it is stopped or torn off. */
@Command(
    name = "emulate",
    mixinStandardHelpOptions = true,
    description = "Lays a virtual card on a reader of vpcd, pcscd's virtual reader driver.")
public final class EmulateCommand implements Callable<Integer> {

  @ParentCommand private Program agent;

  @Option(
      names = "--vpcd",
      required = true,
      paramLabel = "PORT",
      converter = EmulateOptions.PortConverter.class,
      description = "Where vpcd listens on 127.0.0.1; its first reader is 35963, its second 35964.")
  private int port;

  @Option(
      names = "--tag",
      paramLabel = "MODEL",
      converter = EmulateOptions.ModelConverter.class,
      completionCandidates = EmulateOptions.Models.class,
      description = "${COMPLETION-CANDIDATES}; not needed where --image exists.")
  private @Nullable VirtualModel model;

  @Option(
      names = "--as",
      defaultValue = "acr122u",
      paramLabel = "READER",
      converter = EmulateOptions.KindConverter.class,
      completionCandidates = EmulateOptions.Kinds.class,
      description = "As which reader (default ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.")
  private ReaderKind kind;

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "Take the card from this file, where it exists, and keep it there.")
  private @Nullable Path image;

  @Option(
      names = "--uid",
      paramLabel = "HEX",
      converter = EmulateOptions.UidConverter.class,
      description = "UID of a new card, 14 digits; drawn at random otherwise.")
  private @Nullable Uid uid;

  @Option(
      names = "--tear-at",
      paramLabel = "K[:N]",
      converter = EmulateOptions.TearConverter.class,
      description = "Tear the card off at the K-th write, after N of its bytes (default 0).")
  private @Nullable Tear tear;

  @Option(
      names = "--back-after",
      paramLabel = "MILLIS",
      description = "Lay a torn card back after this time instead of ending.")
  private @Nullable Integer backAfterMillis;

  @Option(names = "--json", description = "Print each event as one line of JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    VirtualCardFile file = new VirtualCardFile(image);
    try {
      TagImage.Reading reading = file.exists() ? file.read(new SecureRandom()) : fresh();
      return switch (reading) {
        case TagImage.Reading.Read read -> checked(read.tag(), file);
        case TagImage.Reading.Refused refused -> agent.console().refused(refused.refusal(), json);
      };
    } catch (ConnectException e) {
      return agent
          .console()
          .failed(
              "nothing listens on 127.0.0.1:%d; start pcscd with vpcd (Debian: apt install pcscd vsmartcard-vpcd)"
                  .formatted(port));
    } catch (FileSystemException e) {
      Path unkept = Path.of(String.valueOf(e.getFile()));
      return agent.console().failed("cannot keep the card in " + FileProblem.of(unkept, e));
    } catch (IOException e) {
      return agent.console().failed("cannot keep or present the card: " + e.getMessage());
    }
  }

  private TagImage.Reading fresh() {
    if (model == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing option: '--tag=MODEL', or '--image=FILE' of a kept card");
    }
    return new TagImage.Reading.Read(
        uid == null ? model.blank(new SecureRandom()) : model.blank(uid, new SecureRandom()));
  }

  /** A kept card must be the one asked for, as far as it was. */
  private int checked(VirtualTag tag, VirtualCardFile file) throws IOException {
    if (model != null && model != tag.kind()) {
      return refuse("held", tag.model(), "option", "--tag", "asked", model.name());
    }
    if (uid != null && !uid.equals(tag.uid())) {
      return refuse("held", tag.uid(), "option", "--uid", "asked", uid);
    }
    file.keep(tag);
    file.keepAtExit(tag, agent.console());
    if (tear != null) {
      tag.tearAt(tear);
    }
    return presented(tag, file);
  }

  private int refuse(Object... details) {
    return agent.console().refused(EmulatorRefusal.OTHER_TAG.with(details), json);
  }

  /** Presents the card until it is torn off for good or pcscd ends. */
  private int presented(VirtualTag tag, VirtualCardFile file) throws IOException {
    VpcdBridge.Departure departure = presentOnce(tag, file);
    while (departure == VpcdBridge.Departure.TORN && backAfterMillis != null) {
      new SystemClock().pause(Duration.ofMillis(backAfterMillis));
      departure = presentOnce(tag, file);
    }
    return switch (departure) {
      case TORN, TAKEN_AWAY -> Console.DONE;
      case READER_CLOSED -> agent.console().failed("pcscd hung up; start it and lay the card anew");
    };
  }

  private VpcdBridge.Departure presentOnce(VirtualTag tag, VirtualCardFile file)
      throws IOException {
    VpcdBridge bridge = new VpcdBridge(new ReaderFront(kind), tag, () -> file.keep(tag));
    VpcdBridge.Departure departure = bridge.present(port, () -> say("placed", tag));
    file.keep(tag);
    if (departure == VpcdBridge.Departure.TORN) {
      say("torn", tag);
    }
    return departure;
  }

  private void say(String event, VirtualTag tag) {
    if (json) {
      agent.console().json(new Event(event, tag.uid().toString(), tag.model(), kind.label(), port));
    } else {
      agent
          .console()
          .line(
              "%s %s %s on 127.0.0.1:%d (%s)"
                  .formatted(event, tag.model(), tag.uid(), port, kind.label()));
    }
  }

  /** What happened to the card, in the command's JSON. */
  record Event(String event, String uid, String chip, String as, int port) {}
}
