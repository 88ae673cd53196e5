package tapwright.agent.print.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;

class PictureTest {

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void decode_knownForm_hasItsMeasures(String form) throws IOException {
    Picture picture = Picture.decode(file(form, 30, 20)).orElseThrow();
    assertEquals(30, picture.width());
    assertEquals(20, picture.height());
  }

  @Test
  void decode_png_keepsItsPixels() throws IOException {
    Picture picture = Picture.decode(file("png", 30, 20)).orElseThrow();
    assertEquals(Color.RED.getRGB(), picture.image().getRGB(29, 19));
    assertEquals(Color.RED.getRGB(), picture.image(7, 5).getRGB(3, 2));
  }

  @Test
  void decode_tooLarge_isNothing() throws IOException {
    assertEquals(Optional.empty(), Picture.decode(file("png", Picture.MOST_PIXELS + 1, 1)));
    assertTrue(Picture.decode(file("png", Picture.MOST_PIXELS, 1)).isPresent());
  }

  @Test
  void decode_anyCutOfAFile_isNothingOrAPicture() throws IOException {
    Bytes whole = file("png", 30, 20);
    for (int size = 0; size < whole.size() / 2; size++) {
      assertEquals(Optional.empty(), Picture.decode(whole.slice(0, size)), "size " + size);
    }
  }

  @Test
  void decode_textFile_isNothing() {
    assertEquals(Optional.empty(), Picture.decode(Bytes.ofUtf8("<svg/>")));
  }

  private static Bytes file(String form, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, Color.RED.getRGB());
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, form, file));
    return Bytes.copyOf(file.toByteArray());
  }
}
