package tapwright.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.house.HouseRules;
import tapwright.house.RefusalPage;

class TidyTest {

  @Test
  void refusals_standOnTheirPage() {
    assertEquals(
        List.of(), RefusalPage.differences("server", HouseRules.mainClassesOf("tapwright.server")));
  }

  @Test
  void routesAndRoles_standOnTheirPage() {
    assertEquals(List.of(), AccessPage.differences());
  }
}
