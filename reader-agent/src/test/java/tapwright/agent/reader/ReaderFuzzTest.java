package tapwright.agent.reader;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
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
}
