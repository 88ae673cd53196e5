package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** A tag's image from anywhere is taken or refused; nothing else comes out. */
class TagImageFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void image(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    if (TagImage.read(text.lines().toList()) instanceof TagImage.Reading.Read(EmulatedTag tag)) {
      TagImage.Reading again = TagImage.read(TagImage.write(tag));
      assertEquals(tag.memory(), ((TagImage.Reading.Read) again).tag().memory());
    }
  }
}
