package tapwright.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.house.HouseRules;

class ArchitectureTest {

  private static final JavaClasses AGENT = HouseRules.mainClassesOf("tapwright.agent");

  @Test
  void smartcardio_onlyInPcscAndEmulator() {
    noClasses()
        .that()
        .resideOutsideOfPackages("tapwright.agent.pcsc..", "tapwright.agent.emulator..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javax.smartcardio..")
        .check(AGENT);
  }

  @Test
  void databases_onlyInTheStationsJournal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("tapwright.agent.station.journal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(AGENT);
  }

  @Test
  void server_isUnknownHere() {
    noClasses().should().dependOnClassesThat().resideInAPackage("tapwright.server..").check(AGENT);
  }

  @Test
  void rooms_haveNoCycles() {
    HouseRules.noCycles("tapwright.agent.(*)..").check(AGENT);
  }

  @Test
  void subrooms_haveNoCycles() {
    for (String room : List.of("encode", "station", "main", "main.bench")) {
      HouseRules.noCycles("tapwright.agent." + room + ".(*)..").check(AGENT);
    }
  }

  @Test
  void nothingIsAmbient() {
    HouseRules.nothingAmbientOutsideMain().check(AGENT);
  }

  @Test
  void everyPackage_isNullMarked() {
    HouseRules.everyPackageIsNullMarked().check(AGENT);
  }
}
