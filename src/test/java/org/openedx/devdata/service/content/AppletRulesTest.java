package org.openedx.devdata.service.content;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The applets of authored content: dependencies only downwards, none on a database. */
@AnalyzeClasses(
    packages = "org.openedx.devdata.service.content",
    importOptions = DoNotIncludeTests.class)
class AppletRulesTest {

  private static final String ROOT = "org.openedx.devdata.service.content.";

  private static final String[] APPLETS = {
    ROOT + "archive..",
    ROOT + "components..",
    ROOT + "containers..",
    ROOT + "collections..",
    ROOT + "media..",
    ROOT + "publishing.."
  };

  @ArchTest
  static final ArchRule appletsUseOnlyThoseBelowThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("archive")
          .definedBy(ROOT + "archive..")
          .layer("components")
          .definedBy(ROOT + "components..")
          .layer("containers")
          .definedBy(ROOT + "containers..")
          .layer("collections")
          .definedBy(ROOT + "collections..")
          .layer("media")
          .definedBy(ROOT + "media..")
          .layer("publishing")
          .definedBy(ROOT + "publishing..")
          .whereLayer("archive")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("components")
          .mayOnlyBeAccessedByLayers("archive")
          .whereLayer("containers")
          .mayOnlyBeAccessedByLayers("archive")
          .whereLayer("collections")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("media")
          .mayOnlyBeAccessedByLayers("archive", "components")
          .whereLayer("publishing")
          .mayOnlyBeAccessedByLayers("components", "containers", "collections");

  @ArchTest
  static final ArchRule appletsKnowNoDatabaseAndNoService =
      noClasses()
          .that()
          .resideInAnyPackage(APPLETS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.openedx.devdata.jdbc..",
              "org.openedx.devdata.plan..",
              "org.openedx.devdata.service.content",
              ROOT + "dump..",
              ROOT + "history..",
              ROOT + "rows..",
              ROOT + "tables..",
              ROOT + "verify..",
              ROOT + "layout..");

  @ArchTest
  static final ArchRule theLayoutsKnowNoApplet =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "layout..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(APPLETS);

  @ArchTest
  static final ArchRule everyAppletHasAnApi =
      classes().that().haveSimpleNameEndingWith("Api").should().bePublic();
}
