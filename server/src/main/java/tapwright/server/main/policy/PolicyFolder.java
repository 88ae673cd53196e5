package tapwright.server.main.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.library.HolidayLists;
import tapwright.core.policy.library.Overlays;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.text.PolicyText;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.installation.StateFolder;
import tapwright.server.main.settings.ServerSettings;
import tapwright.server.main.settings.Settings;
import tapwright.server.main.settings.SettingsReader;

/** The packs that are shipped and those of the settings, as every command that decides has them. */
public final class PolicyFolder {

  /** Below the state folder. */
  private static final String NAME = "policies";

  /** The folder in it that holds holiday lists. */
  private static final String CALENDARS = "calendars";

  /** The file in it that switches overlays of statutory rights on, pack by pack. */
  private static final String OVERLAYS = "overlays.yaml";

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "A folder of packs beside the shipped ones; else policies in the state folder.")
  private @Nullable Path folder;

  private Supplier<Settings> settings = SettingsReader::ofThisProcess;

  /** The folder that a command's own settings name. */
  public static PolicyFolder of(Settings settings) {
    PolicyFolder folder = new PolicyFolder();
    folder.settings = () -> settings;
    return folder;
  }

  private Optional<Path> named() {
    return Optional.ofNullable(folder).or(() -> settings.get().find(ServerSettings.POLICIES));
  }

  /** Where the packs of the settings lie, whether or not there is such a folder yet. */
  Path path() {
    return named().orElseGet(() -> StateFolder.ofThisProcess().resolve(NAME));
  }

  /** Whether it is another folder than that of the settings. */
  boolean isNamed() {
    return folder != null;
  }

  /** The shipped packs and those of the folder, with whatever is wrong with the folder's files. */
  public Packs.Addition packs() {
    return packs(List.of());
  }

  /**
   * The packs, all with some overlays more than the folder switches on.
   *
   * @param overlays the ids of the overlays
   */
  Packs.Addition packs(List<String> overlays) {
    Packs.Addition switchedOn = asTheFolderSays(written());
    return overlays.isEmpty() || !switchedOn.refusals().isEmpty()
        ? switchedOn
        : switched(switchedOn.packs(), Overlays.shipped().onAll(switchedOn.packs(), overlays));
  }

  /** The packs as they are written, without the law beside them. */
  Packs.Addition written() {
    if (named().isEmpty() && !Files.isDirectory(path())) {
      return new Packs.Addition(Packs.shipped(), List.of());
    }
    List<Refusal> refusals = new ArrayList<>();
    HolidayLists lists = holidays(refusals);
    List<PolicyText> texts = new ArrayList<>();
    for (Path file : files(path())) {
      read(file, refusals).ifPresent(texts::add);
    }
    Packs.Addition read = Packs.shipped(lists).withTexts(texts, lists);
    refusals.addAll(read.refusals());
    return new Packs.Addition(read.packs(), refusals);
  }

  private Packs.Addition asTheFolderSays(Packs.Addition written) {
    Path file = path().resolve(OVERLAYS);
    if (!written.refusals().isEmpty() || !Files.exists(file)) {
      return written;
    }
    List<Refusal> refusals = new ArrayList<>();
    Optional<PolicyText> settings = read(file, refusals);
    return settings.isPresent()
        ? switched(written.packs(), Overlays.shipped().switchedOn(written.packs(), settings.get()))
        : new Packs.Addition(written.packs(), refusals);
  }

  /** The pack of the folder with that name, in form alone: it may be one that is not taken. */
  Optional<Pack> inForm(String name) {
    if (!Files.isDirectory(path())) {
      return Optional.empty();
    }
    HolidayLists lists = holidays();
    return files(path()).stream()
        .flatMap(file -> read(file, new ArrayList<>()).stream())
        .flatMap(text -> Packs.parse(text, lists).asOptional().stream())
        .filter(pack -> pack.id().equals(name) || pack.key().equals(name))
        .findFirst();
  }

  /** The holiday lists at hand; what is wrong with the folder's is told with its packs. */
  HolidayLists holidays() {
    return holidays(new ArrayList<>());
  }

  /** The shipped holiday lists and those of the folder. */
  private HolidayLists holidays(List<Refusal> refusals) {
    Path calendars = path().resolve(CALENDARS);
    if (!Files.isDirectory(calendars)) {
      return HolidayLists.shipped();
    }
    List<PolicyText> texts = new ArrayList<>();
    files(calendars).forEach(file -> read(file, refusals).ifPresent(texts::add));
    HolidayLists.Addition read = HolidayLists.shipped().withTexts(texts);
    refusals.addAll(read.refusals());
    return read.lists();
  }

  private static Packs.Addition switched(Packs packs, Checked<Packs> combined) {
    return switch (combined) {
      case Checked.Passed<Packs> taken -> new Packs.Addition(taken.value(), List.of());
      case Checked.Refused<Packs> refused -> new Packs.Addition(packs, List.of(refused.refusal()));
    };
  }

  /** The YAML files of the folder itself, sorted by name; folders inside it are not looked into. */
  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> CaseFiles.isYaml(entry) && Files.isRegularFile(entry))
          .filter(entry -> !CaseFiles.name(entry).equals(OVERLAYS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ServerFault("cannot read the folder of policies " + e.getMessage(), e);
    }
  }

  private static Optional<PolicyText> read(Path file, List<Refusal> unreadable) {
    return switch (PackFiles.text(file)) {
      case Checked.Passed<PolicyText> taken -> Optional.of(taken.value());
      case Checked.Refused<PolicyText> refused -> {
        unreadable.add(refused.refusal());
        yield Optional.empty();
      }
    };
  }
}
