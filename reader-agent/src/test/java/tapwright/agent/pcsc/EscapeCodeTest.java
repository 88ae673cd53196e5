package tapwright.agent.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EscapeCodeTest {

  @Test
  void of_differsByPlatform() {
    assertEquals(List.of(0x003136B0), EscapeCode.of("Windows 11"));
    assertEquals(List.of(0x42000001, 0x42000DAC), EscapeCode.of("Linux"));
    assertEquals(List.of(0x42000001, 0x42000DAC), EscapeCode.of("Mac OS X"));
  }
}
