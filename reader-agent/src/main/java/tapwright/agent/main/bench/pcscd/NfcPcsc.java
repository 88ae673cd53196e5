package tapwright.agent.main.bench.pcscd;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tapwright.core.Bytes;

/** npm's nfc-pcsc, which many write cards with; a program of Node.js for each card. */
public final class NfcPcsc implements CardWriter {

  /** The package, in the version that figures are of. */
  public static final String PACKAGE = "nfc-pcsc@0.8.1";

  private static final String SCRIPT = "write-card.js";

  /** It spins when pcscd is away, so its time is limited from outside. */
  private static final String LIMIT_SECONDS = "30";

  private static final Bytes TERMINATOR = Bytes.of(0xFE);
  private static final int NDEF_MESSAGE = 0x03;
  private static final int PAGE_SIZE = 4;

  private final NpmFolder folder;

  NfcPcsc(NpmFolder folder) {
    this.folder = folder;
  }

  /** Everything that has to be on the machine before it can be measured. */
  public static List<String> missing() {
    List<String> missing = new ArrayList<>(Namespaces.missing());
    missing.addAll(NpmFolder.missing());
    return missing;
  }

  /** Puts package and program into a folder. */
  public static void install(NpmFolder folder) throws IOException, InterruptedException {
    folder.install(List.of(PACKAGE));
    try (InputStream script = NfcPcsc.class.getResourceAsStream("/tapwright/bench/" + SCRIPT)) {
      Files.copy(
          Objects.requireNonNull(script, SCRIPT),
          folder.path().resolve(SCRIPT),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public String label() {
    return "nfc-pcsc";
  }

  @Override
  public boolean write(Bytes message) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder(
                "timeout",
                "-s",
                "KILL",
                LIMIT_SECONDS,
                "node",
                folder.path().resolve(SCRIPT).toString(),
                VirtualReader.FIRST.readerName(),
                pages(message).toHex())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = node.inputReader(StandardCharsets.UTF_8).readAllAsString();
    if (node.waitFor() != 0) {
      throw new IOException("nfc-pcsc ended with exit code " + node.exitValue());
    }
    return new ObjectMapper().readTree(said).path("readBackEqual").asBoolean();
  }

  /** The data area as a blank card has to hold it: message, terminator, whole pages. */
  private static Bytes pages(Bytes message) {
    Bytes area = Bytes.of(NDEF_MESSAGE, message.size()).plus(message).plus(TERMINATOR);
    int missing = Math.floorMod(-area.size(), PAGE_SIZE);
    return area.plus(Bytes.copyOf(new byte[missing]));
  }
}
