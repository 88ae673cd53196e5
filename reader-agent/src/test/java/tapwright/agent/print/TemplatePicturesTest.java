package tapwright.agent.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.print.template.Templates;

/**
 * The pictures of docs/labels.md are what is drawn now. Where one differs, the new one lies in
 * target/labels: look at it, and copy it to docs/labels if it is what is meant.
 */
class TemplatePicturesTest {

  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("tapwright.root")));

  private static final Path PICTURES = ROOT.resolve("docs/labels");
  private static final Path DRAWN = ROOT.resolve("reader-agent/target/labels");

  static Stream<String> templates() {
    return Templates.shipped().all().stream().map(LabelTemplate::id);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void png_template_isThePictureOfThePage(String id) throws IOException {
    LabelTemplate template = Templates.shipped().named("template", id).orThrow();
    byte[] drawn = TemplatePreview.png(template).orThrow().toArray();
    Files.createDirectories(DRAWN);
    Files.write(DRAWN.resolve(id + ".png"), drawn);
    Path picture = PICTURES.resolve(id + ".png");
    assertTrue(Files.exists(picture), picture + " is missing");
    assertEquals(
        0, differentDots(ImageIO.read(picture.toFile()), drawn), picture + " shows something else");
  }

  /** Dots that the eye tells apart: a newer platform may draw an edge a shade lighter. */
  private static long differentDots(BufferedImage picture, byte[] drawn) throws IOException {
    BufferedImage now = ImageIO.read(new ByteArrayInputStream(drawn));
    int width = now.getWidth();
    if (picture.getWidth() != width || picture.getHeight() != now.getHeight()) {
      return Long.MAX_VALUE;
    }
    return IntStream.range(0, width * now.getHeight())
        .filter(
            i ->
                Math.abs(
                        lightness(picture, i % width, i / width)
                            - lightness(now, i % width, i / width))
                    > 64)
        .count();
  }

  private static int lightness(BufferedImage image, int x, int y) {
    return Ink.lightness(image.getRGB(x, y));
  }

  @ParameterizedTest
  @MethodSource("templates")
  @Tag("zbar")
  void picture_symbol_isReadByAnotherReader(String id) throws Exception {
    assertEquals(
        List.of("HTTPS://TAP.EXAMPLE.COM/Q/7K3M9QX2ZD"),
        Tools.symbols(PICTURES.resolve(id + ".png")));
  }

  @Test
  void page_templates_haveAPictureAndALineEach() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/labels.md"));
    for (String id : templates().toList()) {
      assertTrue(page.contains("![" + id + "](labels/" + id + ".png)"), id);
    }
    try (Stream<Path> pictures = Files.list(PICTURES)) {
      assertEquals(templates().count(), pictures.count());
    }
  }
}
