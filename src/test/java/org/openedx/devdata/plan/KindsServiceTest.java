package org.openedx.devdata.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.testing.SpecLab;

/** Tables, references and migrations of services, which follow from their lists of kinds. */
class KindsServiceTest {

  static Stream<Arguments> specs() {
    KindsService lms = LmsService.lms();
    KindsService shop = new EcommerceService();
    return Stream.of(
        Arguments.of(lms, "users: [{username: ada}]"),
        Arguments.of(lms, "users: [{username: a}]\nenrollments: [{username: a, course_id: a/b/c}]"),
        Arguments.of(lms, "users: [{username: a}]\nroles: [{username: a, role: support}]"),
        Arguments.of(lms, "courses: [{course_id: a/b/c}]"),
        Arguments.of(shop, "partners: [{code: edX}]"),
        Arguments.of(shop, "partners: [{code: edX}]\ncourses: [{course_id: a/b/c, partner: edX}]"));
  }

  /** Else a run would meet a table that it has not matched with the database. */
  @ParameterizedTest
  @MethodSource("specs")
  void theTablesOfASpecContainAllThatTheyName(KindsService service, String spec) {
    Set<String> names = service.tablesFor(SpecLab.read(service, spec));

    assertThat(names).isNotEmpty();
    for (String name : names) {
      Table table = service.tables().get(name);
      if (!table.details().history().isEmpty()) {
        assertThat(names).as("history of %s", name).contains(table.details().history());
      }
      if (!isHistory(service, name)) {
        assertThat(names)
            .as("tables that %s names", name)
            .containsAll(
                service.tables().namedBy(table).stream()
                    .map(Table::name)
                    .collect(Collectors.toSet()));
      }
    }
  }

  private static boolean isHistory(KindsService service, String name) {
    return service.tables().all().stream()
        .anyMatch(table -> table.details().history().equals(name));
  }

  static Stream<KindsService> services() {
    return Stream.of(LmsService.lms(), new EcommerceService());
  }

  @ParameterizedTest
  @MethodSource("services")
  void aSpecWithoutRecordsNeedsNoTable(KindsService service) {
    assertThat(service.tablesFor(SpecLab.read(service, "{}"))).isEmpty();
  }

  /** The embedded database must look migrated to whoever asks by app. */
  @ParameterizedTest
  @MethodSource("services")
  void everyTableIsOfAnAppThatIsMigrated(KindsService service) {
    Set<String> apps = service.migrations().keySet();

    assertThat(service.tables().all())
        .allSatisfy(
            table ->
                assertThat(apps)
                    .as("apps for %s", table)
                    .anyMatch(
                        app ->
                            table.name().startsWith(app + "_")
                                || app.equals(table.details().app())));
  }

  /** A field that names a record of a kind which does not exist would never be checked. */
  @ParameterizedTest
  @MethodSource("services")
  void rulesLeadToTablesAndColumnsThatAreDescribed(KindsService service) {
    assertThat(service.references())
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(rule.names())
                    .as("%s.%s", rule.kind(), rule.field())
                    .isNotEmpty()
                    .allMatch(name -> rule.table().has(name.column())));
  }
}
