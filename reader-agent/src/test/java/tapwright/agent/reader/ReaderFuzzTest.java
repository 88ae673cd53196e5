package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import tapwright.agent.pcsc.Atr;
import tapwright.core.Bytes;

/** Whatever a reader answers has a meaning by each path; nothing else comes out. */
class ReaderFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void answer(byte[] input) {
    Bytes response = Bytes.copyOf(input);
    for (NativePath path : NativePath.values()) {
      assertNotNull(path.unwrap(response));
    }
    DataObjects.in(response);
  }

  /** A profile's file, as somebody edited it. */
  @FuzzTest(maxDuration = "10m")
  void profile(byte[] input) {
    assertNotNull(ProfileFile.parse("edited", new String(input, StandardCharsets.UTF_8)));
  }

  @FuzzTest(maxDuration = "10m")
  void atr(byte[] input) {
    Atr atr = new Atr(Bytes.copyOf(input));
    assertTrue(!atr.isStorageCard() || input.length > 12);
  }
}
