package tapwright.server.main.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import tapwright.server.security.Keys;

/** The installation's master key, in a file of its own beside the record. */
public final class MasterKey {

  /** Lose it and the contacts are lost with it: it belongs into every backup. */
  public static final String FILE_NAME = "master.key";

  private MasterKey() {}

  /** Reads the key, or draws it when the installation is new. */
  static Keys open(Path stateFolder, SecureRandom random) {
    Path file = stateFolder.resolve(FILE_NAME);
    try {
      if (!Files.exists(file)) {
        byte[] drawn = new byte[Keys.MASTER_BYTES];
        random.nextBytes(drawn);
        OwnerFile.create(file, HexFormat.of().formatHex(drawn) + "\n");
      }
      return read(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Reads the key of an installation that there is. */
  public static Keys existing(Path stateFolder) {
    Path file = stateFolder.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      throw new ServerFault(
          "there is no key file " + file + "; put the master.key of your installation there");
    }
    return read(file);
  }

  private static Keys read(Path file) {
    try {
      if (OwnerFile.isOpenToOthers(file)) {
        throw new ServerFault(file + " is open to others; run: chmod 600 " + file);
      }
      return new Keys(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  private static ServerFault unreadable(Path file, Exception cause) {
    return new ServerFault(
        "cannot read the key file " + file + "; restore it from your backup", cause);
  }
}
