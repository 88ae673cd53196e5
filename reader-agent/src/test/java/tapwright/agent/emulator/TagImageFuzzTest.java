package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A tag's image from anywhere is taken or refused; nothing else comes out. */
class TagImageFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void image(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    if (read(text.lines().toList()) instanceof TagImage.Reading.Read(VirtualTag tag)) {
      List<String> written = TagImage.write(tag);
      VirtualTag again = ((TagImage.Reading.Read) read(written)).tag();
      assertEquals(written, TagImage.write(again));
    }
  }

  private static TagImage.Reading read(List<String> lines) {
    return TagImage.read(lines, new Random(1));
  }
}
