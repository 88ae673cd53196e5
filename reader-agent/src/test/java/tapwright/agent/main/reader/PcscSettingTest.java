package tapwright.agent.main.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tapwright.agent.main.console.CommandRefusal;
import tapwright.agent.pcsc.PcscStack;
import tapwright.core.Checked;

class PcscSettingTest {

  @Test
  void environment_choosesTheProvider() {
    assertEquals(Checked.passed(PcscStack.OWN), PcscSetting.of(Map.of()));
    assertEquals(Checked.passed(PcscStack.JDK), PcscSetting.of(Map.of("TAPWRIGHT_PCSC", "jdk")));
    assertEquals(
        Checked.refused(
            CommandRefusal.PCSC_PROVIDER.with("field", "TAPWRIGHT_PCSC", "seen", "sun")),
        PcscSetting.of(Map.of("TAPWRIGHT_PCSC", "sun")));
  }
}
