package tapwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateLocationTest {

  @ParameterizedTest
  @CsvSource({
    "TAPWRIGHT_HOME, /srv/tw, Linux, /srv/tw",
    "TAPWRIGHT_HOME, '', Linux, /home/u/.local/share/tapwright",
    "TAPWRIGHT_HOME, ' ', Mac OS X, /home/u/Library/Application Support/Tapwright",
    "XDG_DATA_HOME, /data, Linux, /data/tapwright",
    "XDG_DATA_HOME, '', Linux, /home/u/.local/share/tapwright",
    "XDG_DATA_HOME, /data, Mac OS X, /home/u/Library/Application Support/Tapwright",
    "LOCALAPPDATA, C:/Local, Windows 11, C:/Local/Tapwright",
    "LOCALAPPDATA, '', Windows 11, /home/u/AppData/Local/Tapwright"
  })
  void of_isNamedOrThePlatforms(String variable, String value, String system, String expected) {
    assertEquals(expected, StateLocation.of(Map.of(variable, value), system, "/home/u"));
  }
}
