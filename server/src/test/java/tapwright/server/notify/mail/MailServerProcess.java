package tapwright.server.notify.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.house.RefusalPage;
import tapwright.server.main.serve.SampleCertificate;

/** A mail server that was written apart: Debian's aiosmtpd, as a process on the loopback. */
public final class MailServerProcess implements AutoCloseable {

  /** Debian's own, which has Debian's packages; another may stand before it in the path. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path taken;
  private final int port;

  private MailServerProcess(Path folder, String mode, List<String> more) {
    this.taken = folder.resolve("taken-" + mode + ".jsonl");
    List<String> line = new ArrayList<>();
    line.add(PYTHON);
    line.add(
        RefusalPage.projectFolder().resolve("server/src/test/interop/mail-server.py").toString());
    line.addAll(List.of(mode, taken.toString()));
    line.addAll(more);
    try {
      this.process =
          new ProcessBuilder(line).redirectError(folder.resolve("said.txt").toFile()).start();
      this.port = port(process.inputReader(), folder.resolve("said.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(BufferedReader output, Path said) throws IOException {
    return Optional.ofNullable(output.readLine())
        .map(Integer::parseInt)
        .orElseThrow(() -> new AssertionError("no mail server; " + said + " says why"));
  }

  /** One that encrypts nothing and asks nobody. */
  public static MailServerProcess plain(Path folder) {
    return new MailServerProcess(folder, "plain", List.of());
  }

  /**
   * One with a certificate.
   *
   * @param mode {@code starttls} or {@code tls}
   * @param account user and password that it asks for; empty for nobody
   */
  static MailServerProcess secure(
      Path folder, String mode, SampleCertificate certificate, List<String> account) {
    List<String> more = new ArrayList<>();
    more.add(certificate.writeTo(folder).certificate().toString());
    more.add(certificate.writeTo(folder).key().toString());
    more.addAll(account);
    return new MailServerProcess(folder, mode, more);
  }

  public int port() {
    return port;
  }

  /** What it took, in order, as Python's mail parser reads it. */
  public List<JsonNode> taken() {
    try {
      List<JsonNode> mails = new ArrayList<>();
      for (String line : Files.readAllLines(taken, StandardCharsets.UTF_8)) {
        mails.add(JSON.readTree(line));
      }
      return mails;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it begin anew, as if it had taken none. */
  void forget() {
    try {
      // It only appends, so its next line is the first.
      Files.writeString(taken, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
