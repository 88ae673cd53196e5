package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.main.bench.pcscd.NpmFolder;
import tapwright.agent.print.Contacts;
import tapwright.agent.print.Labels;
import tapwright.agent.print.Tools;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.render.LabelZpl;
import tapwright.agent.print.render.ZplForm;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.Templates;

/** Labels in ZPL as another program draws them, which has the language from Zebra's manual too. */
@Tag("npm")
@Tag("zbar")
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ZplRendererTest {

  private static final String RENDERER = "zpl-renderer-js@3.4.0";
  private static final String LINK = "HTTPS://TAP.EXAMPLE.COM/Q/7K3M9QX2ZD";

  private static final Path SCRIPTS =
      Path.of(System.getProperty("tapwright.root"), "reader-agent/src/test/interop");

  @TempDir Path folder;

  @Test
  void labels_drawnByAnotherProgram_readAsTheCardsLink() throws Exception {
    new NpmFolder(folder).install(List.of(RENDERER));
    Files.copy(SCRIPTS.resolve("draw-label.js"), folder.resolve("draw-label.js"));
    for (String template : List.of("desk-label", "parcel-label", "card-back")) {
      for (ZplForm form : ZplForm.values()) {
        Path png = drawn(template, form);
        assertEquals(List.of(LINK), Tools.symbols(png), template + " as " + form);
      }
    }
  }

  private Path drawn(String template, ZplForm form) throws Exception {
    Resolution resolution = Resolution.LABEL_PRINTER;
    LabelPage page =
        new Labels(Templates.shipped().named("template", template).orThrow(), resolution)
            .page(Contacts.ALL.getFirst().content(LINK))
            .orThrow();
    Path zpl = folder.resolve(template + "-" + form + ".zpl");
    Files.write(zpl, LabelZpl.draw(page, resolution, form).toArray());
    Path png = folder.resolve(template + "-" + form + ".png");
    draw(zpl, png, page);
    return png;
  }

  private void draw(Path zpl, Path png, LabelPage page) throws Exception {
    Process node =
        new ProcessBuilder(
                "node",
                folder.resolve("draw-label.js").toString(),
                zpl.toString(),
                png.toString(),
                String.valueOf(page.size().width()),
                String.valueOf(page.size().height()),
                "8")
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, node.waitFor(), said);
    assertTrue(Files.size(png) > 0);
  }
}
