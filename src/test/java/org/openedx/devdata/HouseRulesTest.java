package org.openedx.devdata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.testing.SourceFiles;

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

  /** Whether a server runs or a lock is held says the system, whatever the clock says. */
  @ArchTest
  static final ArchRule nothingDependsOnWhenAFileOrProcessBegan =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "embedded.mariadb")
          .and()
          // Times of media files are saved and put back, and decide nothing.
          .doNotHaveFullyQualifiedName(ROOT + "keep.snapshot.media.FileTraits")
          .should()
          .callMethod(ProcessHandle.Info.class, "startInstant")
          .orShould()
          .callMethod(Files.class, "getLastModifiedTime", Path.class, LinkOption[].class)
          .orShould()
          .callMethod(BasicFileAttributes.class, "lastModifiedTime")
          .orShould()
          .callMethod(BasicFileAttributes.class, "creationTime")
          .orShould()
          .callMethod(File.class, "lastModified");

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
    assertThat(SourceFiles.MAIN.packages())
        .filteredOn(name -> !name.isEmpty())
        .allSatisfy(name -> assertThat(SourceFiles.MAIN.has(name, "package-info")).isTrue());
  }

  @Test
  void filesAreSmall() throws IOException {
    List<SourceFiles.Source> all =
        Stream.concat(SourceFiles.MAIN.all().stream(), SourceFiles.TEST.all().stream()).toList();

    assertThat(all.stream().filter(file -> file.lines() >= 300))
        .as("files of 300 lines or more")
        .isEmpty();
    assertThat(all.stream().filter(file -> file.lines() > 170))
        .as("files of more than 170 lines, of which one in ten may be")
        .hasSizeLessThanOrEqualTo(all.size() / 10);
  }

  /** Unless the package has nothing but constants: no method of its own. */
  @ArchTest
  static void everyPackageHasATestBesideIt(JavaClasses classes) throws IOException {
    Set<String> tested =
        SourceFiles.TEST.all().stream()
            .filter(file -> file.name().endsWith("Test"))
            .map(SourceFiles.Source::inPackage)
            .collect(Collectors.toSet());
    assertThat(
            classes.stream()
                .filter(HouseRulesTest::doesSomething)
                .map(one -> one.getPackageName().replaceFirst("^org\\.openedx\\.devdata\\.?", ""))
                .distinct()
                .filter(name -> !tested.contains(name)))
        .as("packages without a test of their own")
        .isEmpty();
  }

  private static boolean doesSomething(JavaClass one) {
    return !one.isAnonymousClass()
        && one.getMethods().stream()
            .anyMatch(
                method ->
                    !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !(one.isEnum() && method.getName().matches("values|valueOf")));
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
    for (SourceFiles.Source file : SourceFiles.TEST.all()) {
      boolean mayName = Set.of("Requirement", "HouseRulesTest").contains(file.name());
      assertThat(mayName || !skipping.matcher(file.text()).find())
          .as("%s skips tests by itself; use testing.Requirement", file)
          .isTrue();
    }
  }
}
