package tapwright.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import tapwright.house.HouseRules;

class ArchitectureTest {

  private static final JavaClasses CORE = HouseRules.mainClassesOf("tapwright.core");

  /** What all of core may use beside itself. */
  private static final String[] PLAIN = {
    "tapwright.core..",
    "java.lang..",
    "java.util..",
    "java.time..",
    "java.math..",
    "java.text..",
    "java.security..",
    "java.nio.charset..",
    "javax.crypto..",
    "org.jspecify.."
  };

  @Test
  void core_usesPlainJavaAndItsOwnAdapters() {
    classes()
        .that()
        .resideInAPackage("tapwright.core..")
        .and(
            JavaClass.Predicates.resideOutsideOfPackages(
                "tapwright.core.ndef..",
                "tapwright.core.qr..",
                "tapwright.core.yaml..",
                "tapwright.core.policy.library.."))
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(PLAIN)
                .or(JavaClass.Predicates.assignableTo("java.net.URI"))
                .or(JavaClass.Predicates.assignableTo("java.nio.ByteBuffer")))
        .check(CORE);
  }

  @Test
  void nfctoolsAndEzVcard_onlyInNdef() {
    onlyIn("tapwright.core.ndef..", "org.nfctools..", "ezvcard..");
  }

  @Test
  void zxing_onlyInQr() {
    onlyIn("tapwright.core.qr..", "com.google.zxing..");
  }

  @Test
  void snakeyaml_onlyInYaml() {
    onlyIn("tapwright.core.yaml..", "org.snakeyaml..");
  }

  @Test
  void ioNetworkAndDatabases_nowhereInCore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.sql..", "io.vertx..")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.smartcardio..", "java.net.http..")
        .because("core is values in, values out")
        .check(CORE);
  }

  @Test
  void ownResources_readInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("tapwright.core.policy.library.ShippedPacks")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.io..")
        .because("the packs that are part of core are all it ever reads")
        .check(CORE);
  }

  @Test
  void rooms_knowEachOtherInOneDirection() {
    mayNotUse("yaml", "ndef", "qr", "tag", "card", "tap", "policy", "claim", "plan", "wire");
    mayNotUse("ndef", "tag", "card", "tap", "policy", "claim");
    mayNotUse("tag", "card", "tap", "policy", "claim");
    mayNotUse("card", "ndef", "tag", "tap", "policy", "claim");
    mayNotUse("tap", "policy", "claim");
    mayNotUse("policy", "claim", "plan");
    mayNotUse("plan", "ndef", "qr", "tag", "tap", "claim", "wire", "trail");
    mayNotUse("policy", "money");
    HouseRules.noCycles("tapwright.core.(*)..").check(CORE);
  }

  @Test
  void subrooms_haveNoCycles() {
    for (String room : List.of("policy", "tag")) {
      HouseRules.noCycles("tapwright.core." + room + ".(*)..").check(CORE);
    }
  }

  @Test
  void types_areInterfacesRecordsEnumsOrFinal() {
    classes()
        .should(
            new ArchCondition<JavaClass>("be an interface, a record, an enum or final") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean closed =
                    type.isInterface()
                        || type.isRecord()
                        || type.isEnum()
                        || type.isAnonymousClass()
                        || type.getEnclosingClass().filter(JavaClass::isEnum).isPresent()
                        || type.getModifiers().contains(JavaModifier.FINAL);
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " is open"));
              }
            })
        .check(CORE);
  }

  @Test
  void nothingIsAmbient() {
    HouseRules.nothingAmbientOutsideMain().check(CORE);
  }

  @Test
  void everyPackage_isNullMarked() {
    HouseRules.everyPackageIsNullMarked().check(CORE);
  }

  private static void onlyIn(String room, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(CORE);
  }

  private static void mayNotUse(String room, String... others) {
    for (String other : others) {
      noClasses()
          .that()
          .resideInAPackage("tapwright.core." + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tapwright.core." + other + "..")
          .allowEmptyShould(true)
          .check(CORE);
    }
  }
}
