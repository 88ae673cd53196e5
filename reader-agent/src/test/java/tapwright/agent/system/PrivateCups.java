package tapwright.agent.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real CUPS of its own: folders, port on loopback and queues that nothing else on the machine
 * sees; needs root, util-linux, cups-daemon, cups-client, cups-filters and printer-driver-cups-pdf.
 *
 * <p>Its mount namespace hides /etc/cups, where cups-pdf looks for its settings, and ends with it.
 */
public final class PrivateCups implements AutoCloseable {

  /** Ends cupsd when its input ends: when told to, or when this process dies. */
  private static final String RUN =
      "mount --bind $1/etc /etc/cups && { [ -z \"$2\" ] ||"
          + " mount -t tmpfs -o size=$2 none $1/spool; } && mkdir -p $1/spool/tmp &&"
          + " { cupsd -f -c $1/root/cupsd.conf -s $1/root/cups-files.conf & cups=$!; cat;"
          + " kill $cups; wait $cups; }";

  /**
   * A printer of paper: keeps what it gets as JOB.doc; while there is a file {@code empty} it is
   * out of paper, while there is one {@code slow} it does not end.
   */
  private static final String KEEPING_BACKEND =
      """
      #!/bin/sh
      [ $# -ge 5 ] || { echo 'direct keeping "Keeps" "Keeps"'; exit 0; }
      dir=${DEVICE_URI#keeping:}
      cat "${6:--}" > "$dir/$1.part"
      [ -e "$dir/empty" ] && echo "STATE: +media-empty-error" >&2
      while [ -e "$dir/empty" ] || [ -e "$dir/slow" ]; do sleep 0.1; done
      echo "STATE: -media-empty-error" >&2
      mv "$dir/$1.part" "$dir/$1.doc"
      """;

  private static final List<String> PARTS =
      List.of("cgi-bin", "daemon", "driver", "filter", "monitor", "notifier");

  private final Path folder;
  private final int port;
  private final Process process;

  private PrivateCups(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** A CUPS without queues. */
  public static PrivateCups start(Path folder) throws Exception {
    return start(folder, "");
  }

  /**
   * A CUPS whose spool is no larger than that.
   *
   * @param spoolSize as mount(8) has it, empty for as large as the disk
   */
  public static PrivateCups start(Path folder, String spoolSize) throws Exception {
    int port = freePort();
    layOut(folder, port);
    Process process =
        new ProcessBuilder("unshare", "-m", "sh", "-c", RUN, "cups", folder.toString(), spoolSize)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log/stdout").toFile())
            .start();
    PcscdSandbox.await("CUPS", () -> answers(port));
    return new PrivateCups(folder, port, process);
  }

  private static void layOut(Path folder, int port) throws IOException {
    for (String part :
        List.of("root/ppd", "etc", "spool", "cache", "run", "log", "out", "bin/backend")) {
      Files.createDirectories(folder.resolve(part));
    }
    for (String part : PARTS) {
      Files.createSymbolicLink(folder.resolve("bin/" + part), Path.of("/usr/lib/cups/" + part));
    }
    Files.createSymbolicLink(
        folder.resolve("bin/backend/cups-pdf"), Path.of("/usr/lib/cups/backend/cups-pdf"));
    Path keeping = Files.writeString(folder.resolve("bin/backend/keeping"), KEEPING_BACKEND);
    Files.setPosixFilePermissions(keeping, PosixFilePermissions.fromString("rwx------"));
    openToOthers(folder);
    Files.writeString(folder.resolve("root/cups-files.conf"), filesConf(folder));
    Files.writeString(folder.resolve("root/cupsd.conf"), conf(port));
    Files.writeString(folder.resolve("etc/cups-pdf.conf"), pdfConf(folder));
  }

  /** CUPS' filters, and the programs that make PDF files, run as another user. */
  private static void openToOthers(Path folder) throws IOException {
    for (Path path : List.of(folder, folder.getParent())) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.setPosixFilePermissions(
        folder.resolve("out"), PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static String filesConf(Path folder) {
    return """
        ServerRoot %1$s/root
        ServerBin %1$s/bin
        DataDir /usr/share/cups
        RequestRoot %1$s/spool
        TempDir %1$s/spool/tmp
        CacheDir %1$s/cache
        StateDir %1$s/run
        ErrorLog %1$s/log/error_log
        AccessLog %1$s/log/access_log
        PageLog %1$s/log/page_log
        FatalErrors none
        SystemGroup root
        Sandboxing relaxed
        """
        .formatted(folder);
  }

  private static String conf(int port) {
    return """
        Listen 127.0.0.1:%d
        LogLevel debug
        Browsing No
        DefaultAuthType None
        WebInterface No
        <Location />
          Order allow,deny
          Allow from 127.0.0.1
        </Location>
        <Policy default>
          JobPrivateAccess all
          JobPrivateValues none
          <Limit All>
            Order allow,deny
            Allow all
          </Limit>
        </Policy>
        """
        .formatted(port);
  }

  private static String pdfConf(Path folder) {
    return """
        Out %1$s/out
        AnonDirName %1$s/out
        Spool %1$s/pdf
        Log %1$s/log
        Grp root
        Label 1
        """
        .formatted(folder);
  }

  /** A queue whose printer makes PDF files. */
  public void addPdfQueue(String name) throws Exception {
    admin(
        "lpadmin",
        "-p",
        name,
        "-E",
        "-v",
        "cups-pdf:/",
        "-P",
        "/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd");
  }

  /** A queue that hands on what it gets to a printer that keeps it; returns that one's folder. */
  public Path addKeepingQueue(String name) throws Exception {
    Path kept = Files.createDirectories(folder.resolve("kept-" + name));
    admin("lpadmin", "-p", name, "-E", "-v", "keeping:" + kept, "-m", "raw");
    return kept;
  }

  /** Runs one of CUPS' commands on this CUPS, as {@code cupsdisable}. */
  public String admin(String command, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(command, "-h", "127.0.0.1:" + port));
    line.addAll(List.of(arguments));
    Process run = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (run.waitFor() != 0) {
      throw new IllegalStateException(line + ": " + said);
    }
    return said;
  }

  public int port() {
    return port;
  }

  /** A queue's address. */
  public String queue(String name) {
    return "ipp://127.0.0.1:" + port + "/printers/" + name;
  }

  /** What printers of PDF files have made. */
  public List<Path> pdfs() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    process.outputWriter().close();
    process.onExit().join();
  }
}
