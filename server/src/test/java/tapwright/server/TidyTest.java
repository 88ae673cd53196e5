package tapwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tapwright.house.HouseRules;
import tapwright.house.RefusalPage;

class TidyTest {

  @Test
  void refusals_standOnTheirPage() {
    assertEquals(
        RefusalPage.codesIn(HouseRules.mainClassesOf("tapwright.server")),
        RefusalPage.rowsOf("server"));
  }
}
