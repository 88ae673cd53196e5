package tapwright.server.main.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tapwright.core.card.SellerId;
import tapwright.server.app.holder.ForgottenList;
import tapwright.server.record.Ledger;
import tapwright.server.record.key.Forgotten;

/**
 * Who was forgotten, beside the record: a line each with seller, our key and when. It names nobody,
 * and a record that is made of an older backup forgets them again by it.
 */
public final class ForgottenFile implements ForgottenList {

  /**
   * In the state folder; goes into backups of that folder, and so is kept apart from the record.
   */
  public static final String FILE_NAME = "forgotten.list";

  private static final int WORDS = 3;

  private final Path file;

  private ForgottenFile(Path file) {
    this.file = file;
  }

  /** The list in a state folder. */
  public static ForgottenFile in(Path folder) {
    return new ForgottenFile(folder.resolve(FILE_NAME));
  }

  /** The list in a file of any name. */
  public static ForgottenFile of(Path file) {
    return new ForgottenFile(file);
  }

  @Override
  public synchronized void add(Forgotten forgotten) {
    try {
      if (!Files.exists(file)) {
        OwnerFile.create(file, "");
      }
      Files.writeString(file, line(forgotten), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    } catch (IOException e) {
      throw new ServerFault("cannot write " + file + "; check the folder and its rights", e);
    }
  }

  /** As a line of the file. */
  public static String line(Forgotten forgotten) {
    return forgotten.seller() + " " + forgotten.holder() + " " + forgotten.at() + "\n";
  }

  /** Everybody in it; nobody where it is not there. */
  public List<Forgotten> all() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(this::read)
          .toList();
    } catch (IOException e) {
      throw new ServerFault("cannot read " + file + "; check its rights", e);
    }
  }

  private Forgotten read(String line) {
    return parsed(line)
        .orElseThrow(
            () ->
                new ServerFault(
                    file
                        + " has a line that is no seller, holder and instant; take that line out,"
                        + " or name another file"));
  }

  private static Optional<Forgotten> parsed(String line) {
    String[] words = line.strip().split(" ", -1);
    try {
      return words.length == WORDS && SellerId.isOne(words[0])
          ? Optional.of(new Forgotten(new SellerId(words[0]), words[1], Instant.parse(words[2])))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Adds whom the record has forgotten and the list does not know: on other nodes, by a command, or
   * by a process that died between the two.
   */
  public void catchUp(Ledger store) {
    Set<String> known = new HashSet<>();
    all().forEach(one -> known.add(one.holder()));
    store.readAcrossSellers(records -> records.holders().forgotten()).join().stream()
        .filter(one -> !known.contains(one.holder()))
        .forEach(this::add);
  }
}
