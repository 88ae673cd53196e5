package tapwright.house;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What holds in every module; a module's own rules stand in its own architecture test. */
public final class HouseRules {

  /** Time, zone, locale, chance and sleep that come from nowhere; made in a main package only. */
  private static final Set<String> AMBIENT =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.InstantSource.system",
          "java.time.ZoneId.systemDefault",
          "java.util.Locale.getDefault",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.security.SecureRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.lang.Math.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Thread.sleep");

  private HouseRules() {}

  /** The main classes below a package, without tests. */
  public static JavaClasses mainClassesOf(String packageName) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("test-classes"))
        .importPackages(packageName);
  }

  /** Style 5: time, ids and chance come in through constructors. */
  public static ArchRule nothingAmbientOutsideMain() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("tapwright.*.main..")
        .should(accessTargetWhere(isAmbient()))
        .allowEmptyShould(true)
        .because("time, ids and chance are made in a main package and handed on");
  }

  /** Packages of the slice pattern know each other in one direction only. */
  public static ArchRule noCycles(String slicePattern) {
    return slices().matching(slicePattern).should().beFreeOfCycles().allowEmptyShould(true);
  }

  /** Every package says that nothing in it is null unless marked. */
  public static ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("lie in a package annotated with @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                    type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(
                    new SimpleConditionEvent(
                        type, marked, type.getName() + " lies in an unmarked package"));
              }
            });
  }

  private static DescribedPredicate<JavaAccess<?>> isAmbient() {
    return DescribedPredicate.describe(
        "the target is ambient time, zone, locale, chance or sleep",
        access -> {
          AccessTarget target = access.getTarget();
          return AMBIENT.contains(target.getOwner().getName() + "." + target.getName());
        });
  }
}
