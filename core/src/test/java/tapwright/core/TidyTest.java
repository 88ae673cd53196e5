package tapwright.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tapwright.house.HouseRules;
import tapwright.house.RefusalPage;

class TidyTest {

  @Test
  void refusals_standOnTheirPage() {
    assertEquals(
        RefusalPage.codesIn(HouseRules.mainClassesOf("tapwright.core")),
        RefusalPage.rowsOf("core"));
  }
}
