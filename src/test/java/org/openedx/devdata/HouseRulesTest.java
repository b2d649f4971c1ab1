package org.openedx.devdata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of {@code docs/architecture.md} that a program can check. */
@AnalyzeClasses(packages = "org.openedx.devdata", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String ROOT = "org.openedx.devdata.";

  private static final String CONSOLE = ROOT + "cli..";

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

  private static final DescribedPredicate<JavaClass> THE_EDGE =
      resideInAPackage(CONSOLE)
          .or(DescribedPredicate.describe("Main", c -> c.isEquivalentTo(Main.class)));

  @ArchTest
  static final ArchRule packagesUseWhatTheirRowAllows =
      classes().should(UseTable.of(Path.of("docs", "architecture.md")).beKept(ROOT));

  @ArchTest
  static final ArchRule packagesHaveNoCircle =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  /** Factories cannot reach the planner; the way in to a run is for the console. */
  @ArchTest
  static final ArchRule theFaceOfFactoriesKnowsNoEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "plan.engine", ROOT + "keep.export", CONSOLE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "plan.engine");

  @ArchTest
  static final ArchRule onlyTheConsoleMentionsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONSOLE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyTheConsoleReadsAndPrints =
      noClasses()
          .that(DescribedPredicate.not(THE_EDGE))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule everyProgramWritesTheSameDigitsInEveryLocale =
      classes()
          .that(
              DescribedPredicate.describe(
                  "are programs", c -> c.tryGetMethod("main", String[].class).isPresent()))
          .should()
          .callMethod(Locale.class, "setDefault", Locale.class);

  @ArchTest
  static final ArchRule onlyTheDatabaseCodeMentionsTheMySqlDriver =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "jdbc..", ROOT + "embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.mysql..");

  @ArchTest
  static final ArchRule onlyTheDatabaseCodeMentionsTheClickHouseDriver =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "jdbc.clickhouse..", ROOT + "embedded.clickhouse..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.clickhouse..");

  @ArchTest
  static final ArchRule onlyTheEmbeddedEnginesMentionMariaDb4j =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ch.vorburger..");

  /**
   * What one service needs from another it asks the class whose name ends in Api; accounts are
   * Django's, and every service has them.
   */
  @ArchTest
  static final ArchRule servicesDoNotSeeEachOther =
      slices()
          .matching(ROOT + "service.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(resideInAPackage(ROOT + "service.."), simpleNameEndingWith("Api"))
          .ignoreDependency(
              resideInAPackage(ROOT + "service.."), resideInAPackage(ROOT + "service.account.."))
          .allowEmptyShould(true);

  /** Everything written is a function of specs, seed and one run clock. */
  @ArchTest
  static final ArchRule chanceAndTimeComeFromOutside =
      noClasses()
          .that(DescribedPredicate.not(THE_EDGE))
          .and()
          .resideOutsideOfPackage(ROOT + "embedded..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, ThreadLocalRandom.class);

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager");

  @ArchTest
  static final ArchRule classesAreFinalUnlessMadeToBeExtended =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and(DescribedPredicate.describe("have no subclass", c -> c.getSubclasses().isEmpty()))
          .should()
          .haveModifier(JavaModifier.FINAL);

  @Test
  void everyPackageSaysWhatLivesInIt() throws IOException {
    try (Stream<Path> files =
        Files.walk(Path.of("src", "main", "java", "org", "openedx", "devdata"))) {
      List<Path> silent =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !folder.endsWith("devdata"))
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .sorted()
              .toList();

      assertThat(silent).as("packages without package-info.java").isEmpty();
    }
  }

  @Test
  void everyDependencyIsExplained() throws IOException {
    String explained = Files.readString(Path.of("docs", "dependencies.md"));

    assertThat(DEPENDENCY.matcher(Files.readString(Path.of("pom.xml"))).results())
        .isNotEmpty()
        .allSatisfy(
            found ->
                assertThat(explained).contains("`" + found.group(1) + ":" + found.group(2) + "`"));
  }

  /** Otherwise a test could be skipped in continuous integration for want of something. */
  @Test
  void onlyRequirementSkipsTests() throws IOException {
    Pattern skipping = Pattern.compile("\\bAssumptions\\b|assumeThat\\(|@Disabled\\b");
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        boolean mayName = file.endsWith("Requirement.java") || file.endsWith("HouseRulesTest.java");
        assertThat(mayName || !skipping.matcher(Files.readString(file)).find())
            .as("%s skips tests by itself; use testing.Requirement", file)
            .isTrue();
      }
    }
  }
}
