package tapwright.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.house.HouseRules;

class ArchitectureTest {

  private static final JavaClasses SERVER = HouseRules.mainClassesOf("tapwright.server");

  @Test
  void databases_onlyInStore() {
    noClasses()
        .that()
        .resideOutsideOfPackage("tapwright.server.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.flywaydb..", "org.postgresql..", "org.sqlite..")
        .allowEmptyShould(true)
        .check(SERVER);
  }

  @Test
  void useCases_knowNoRoutesNoStoreNoVertx() {
    noClasses()
        .that()
        .resideInAPackage("tapwright.server.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "tapwright.server.http..",
            "tapwright.server.console..",
            "tapwright.server.store..",
            "tapwright.server.tap..",
            "io.vertx..")
        .allowEmptyShould(true)
        .check(SERVER);
  }

  @Test
  void routes_neverTouchTheStore() {
    noClasses()
        .that()
        .resideInAnyPackage("tapwright.server.http..", "tapwright.server.console..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tapwright.server.store..")
        .allowEmptyShould(true)
        .check(SERVER);
  }

  @Test
  void whatCarriesMessages_isReachedByPortsOnly() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "tapwright.server.app..",
            "tapwright.server.store..",
            "tapwright.server.record..",
            "tapwright.server.http..",
            "tapwright.server.console..",
            "tapwright.server.tap..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tapwright.server.notify..")
        .check(SERVER);
    noClasses()
        .that()
        .resideInAPackage("tapwright.server.notify..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "tapwright.server.store..", "tapwright.server.http..", "tapwright.server.main..")
        .check(SERVER);
  }

  @Test
  void prometheus_onlyInItsRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage("tapwright.server.metrics..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.prometheus..")
        .check(SERVER);
  }

  @Test
  void smtp_onlyWhereMailLeaves() {
    noClasses()
        .that()
        .resideOutsideOfPackage("tapwright.server.notify.mail..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "org.eclipse.angus..")
        .check(SERVER);
  }

  @Test
  void whatIsKept_knowsNoUseCase() {
    noClasses()
        .that()
        .resideInAPackage("tapwright.server.record..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tapwright.server.app..", "tapwright.server.store..", "io.vertx..")
        .check(SERVER);
  }

  @Test
  void agent_isUnknownHere() {
    noClasses().should().dependOnClassesThat().resideInAPackage("tapwright.agent..").check(SERVER);
  }

  @Test
  void rooms_haveNoCycles() {
    HouseRules.noCycles("tapwright.server.(*)..").check(SERVER);
  }

  @Test
  void subrooms_haveNoCycles() {
    for (String room : List.of("record", "app", "store", "store.upkeep", "main", "main.bench")) {
      HouseRules.noCycles("tapwright.server." + room + ".(*)..").check(SERVER);
    }
  }

  @Test
  void nothingIsAmbient() {
    HouseRules.nothingAmbientOutsideMain().check(SERVER);
  }

  @Test
  void everyPackage_isNullMarked() {
    HouseRules.everyPackageIsNullMarked().check(SERVER);
  }
}
