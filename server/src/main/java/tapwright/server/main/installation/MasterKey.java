package tapwright.server.main.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.server.record.key.DataKey;
import tapwright.server.security.MasterKeys;

/**
 * Where the master keys come from that wrap the record's keys: the environment, or a file beside
 * the record. The newest stands first; those behind it unwrap what they once wrapped.
 */
public final class MasterKey {

  /** Lose it and all that is encrypted is lost with it: keep a copy apart from the backups. */
  public static final String FILE_NAME = "master.key";

  /** The keys themselves, parted by commas or spaces. */
  public static final String VARIABLE = "TAPWRIGHT_MASTER_KEY";

  /** A file that holds the keys, in place of the one in the state folder. */
  public static final String FILE_VARIABLE = "TAPWRIGHT_MASTER_KEY_FILE";

  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");

  /** Where systemd puts what it hands to a service (systemd.exec(5)). */
  private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

  private final Optional<String> text;
  private final Path file;
  private final boolean isCredential;

  private MasterKey(Optional<String> text, Path file, boolean isCredential) {
    this.text = text;
    this.file = file;
    this.isCredential = isCredential;
  }

  /** As the environment says, else in the state folder. */
  public static MasterKey of(Map<String, String> environment, Path stateFolder) {
    Optional<String> text = Optional.ofNullable(environment.get(VARIABLE));
    Optional<String> named = Optional.ofNullable(environment.get(FILE_VARIABLE));
    if (text.isPresent() && named.isPresent()) {
      throw new ServerFault(VARIABLE + " and " + FILE_VARIABLE + " are both set; keep one of them");
    }
    Path file = named.map(Path::of).orElseGet(() -> stateFolder.resolve(FILE_NAME));
    return new MasterKey(text, file, isCredential(environment, file));
  }

  private static boolean isCredential(Map<String, String> environment, Path file) {
    return Optional.ofNullable(environment.get(CREDENTIALS))
        .map(Path::of)
        .filter(folder -> file.toAbsolutePath().normalize().startsWith(folder))
        .isPresent();
  }

  /** As the environment of this process says, else in its state folder. */
  public static MasterKey ofThisProcess() {
    return of(System.getenv(), StateFolder.ofThisProcess());
  }

  /** The file that holds them; empty where the environment does. */
  public Optional<Path> file() {
    return text.isPresent() ? Optional.empty() : Optional.of(file);
  }

  /** The keys of an installation that there is, newest first. */
  public List<DataKey> existing() {
    if (text.isPresent()) {
      return parsed(text.get());
    }
    if (!Files.exists(file)) {
      throw new ServerFault(
          "there is no key file " + file + "; put the master.key of your installation there");
    }
    return read();
  }

  /** The same; one is drawn for a new installation that was given none. */
  List<DataKey> openOrDraw(SecureRandom random) {
    if (text.isEmpty() && !Files.exists(file)) {
      try {
        OwnerFile.create(file, line(draw(random)));
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
    return existing();
  }

  /**
   * Whether one of the keys at hand has this value, in hexadecimal digits; none has to, if empty.
   */
  public boolean tells(String check) {
    List<DataKey> atHand = existing();
    return check.isEmpty()
        || new MasterKeys(atHand, new SecureRandom()).masters().contains(Bytes.ofHex(check));
  }

  /** Puts a new key before those in the file, at once or not at all. */
  public void add(SecureRandom random) {
    List<DataKey> all = new ArrayList<>(existing());
    all.addFirst(draw(random));
    keep(all);
  }

  /** Leaves these keys in the file, at once or not at all. */
  public void keep(List<DataKey> keys) {
    try {
      OwnerFile.replace(file, keys.stream().map(MasterKey::line).collect(Collectors.joining()));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static DataKey draw(SecureRandom random) {
    byte[] drawn = new byte[DataKey.BYTES];
    random.nextBytes(drawn);
    return new DataKey(Bytes.copyOf(drawn));
  }

  private static String line(DataKey key) {
    return key.value().toHex() + "\n";
  }

  private List<DataKey> read() {
    try {
      if (isCredential ? OwnerFile.isOpenCredential(file) : OwnerFile.isOpenToOthers(file)) {
        throw new ServerFault(file + " is open to others; run: chmod 600 " + file);
      }
      return parsed(Files.readString(file));
    } catch (IOException e) {
      throw new ServerFault(
          "cannot read the key file " + file + "; restore it from your backup", e);
    }
  }

  private List<DataKey> parsed(String keys) {
    List<DataKey> parsed =
        BETWEEN.splitAsStream(keys).filter(word -> !word.isEmpty()).map(this::key).toList();
    if (parsed.isEmpty()) {
      throw unreadable("no key");
    }
    return parsed;
  }

  private DataKey key(String word) {
    try {
      byte[] bytes =
          HEX.matcher(word).matches()
              ? HexFormat.of().parseHex(word)
              : Base64.getDecoder().decode(word);
      if (bytes.length == DataKey.BYTES) {
        return new DataKey(Bytes.copyOf(bytes));
      }
    } catch (IllegalArgumentException e) {
      // Without its text, which shows what it could not read.
      throw unreadable("a word that is no key");
    }
    throw unreadable("a key of another length");
  }

  private ServerFault unreadable(String problem) {
    return new ServerFault(
        this
            + " holds "
            + problem
            + "; allowed are keys of 32 bytes in hexadecimal digits or Base64, newest first");
  }

  private ServerFault unwritable(IOException e) {
    return new ServerFault("cannot write " + file + "; check the folder and its rights", e);
  }

  /** Where they come from; never the keys. */
  @Override
  public String toString() {
    return text.isPresent() ? VARIABLE : file.toString();
  }
}
