package tapwright.core.tag.type4;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import tapwright.core.Bytes;
import tapwright.core.Checked;

/** A container that a card holds is taken with sizes that can be worked with, or refused. */
class Type4FuzzTest {

  @FuzzTest(maxDuration = "10m")
  void container(byte[] input) {
    if (Type4Container.parse(Bytes.copyOf(input))
        instanceof Checked.Passed<Type4Container>(Type4Container container)) {
      assertTrue(container.readBytes() > 0 && container.writeBytes() > 0);
      assertTrue(container.capacityBytes() >= 0);
    }
  }
}
