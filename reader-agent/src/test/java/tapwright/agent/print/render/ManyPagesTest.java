package tapwright.agent.print.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.print.Tools;

/** Ten thousand labels in one file, in a heap that could not hold them. */
@Tag("long")
@Tag("fonts")
@Tag("poppler")
@Tag("zbar")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ManyPagesTest {

  private static final int LABELS = 10_000;

  /** Enough for fonts and seven people; with all pages kept it is not enough for the rest. */
  private static final String HEAP = "-Xmx96m";

  @TempDir Path folder;

  @Test
  void add_tenThousandInASmallHeap_areAllInTheFileAndRead() throws Exception {
    Path pdf = folder.resolve("labels.pdf");
    Path said = folder.resolve("said");
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                ManyPages.class.getName(),
                pdf.toString(),
                String.valueOf(LABELS))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertEquals(0, run.waitFor(), () -> words(said));

    assertEquals(LABELS, Tools.pageCount(pdf));
    for (int number : List.of(1, 777, 5_000, LABELS)) {
      assertEquals(List.of(ManyPages.link(number)), Tools.symbols(Tools.page(pdf, number, 300)));
    }
  }

  private static String words(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
