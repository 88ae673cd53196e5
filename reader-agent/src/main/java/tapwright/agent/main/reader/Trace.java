package tapwright.agent.main.reader;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tapwright.agent.pcsc.TagConnection;
import tapwright.agent.reader.TracedConnection;

/**
 * What goes through a reader, written to a file as firmware-notes has its transcripts; without a
 * file nothing is.
 */
public final class Trace implements AutoCloseable {

  private final @Nullable PrintWriter lines;

  private Trace(@Nullable PrintWriter lines) {
    this.lines = lines;
  }

  public static Trace to(@Nullable Path file, String reader) throws IOException {
    if (file == null) {
      return new Trace(null);
    }
    PrintWriter lines =
        new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
    lines.println("# Recorded with card --trace; passwords, PACK and keys are dots.");
    lines.println("origin = recorded");
    lines.println("reader = " + reader);
    lines.println();
    return new Trace(lines);
  }

  /** The connection, written down as it is used. */
  public TagConnection around(TagConnection connection) {
    PrintWriter open = lines;
    return open == null ? connection : new TracedConnection(connection, open::println);
  }

  @Override
  public void close() {
    if (lines != null) {
      lines.close();
    }
  }
}
