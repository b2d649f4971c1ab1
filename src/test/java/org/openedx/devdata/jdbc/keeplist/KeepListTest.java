package org.openedx.devdata.jdbc.keeplist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.keep.empty.EmptyPlanner;
import org.openedx.devdata.plan.SqlService;
import org.openedx.devdata.service.ServiceRegistry;

class KeepListTest {

  @Test
  void anAppHasTheTablesThatBeginWithIt() {
    KeepList list = KeepList.of(Map.of("lti", Map.of(), "course_modes", Map.of()));

    assertThat(list.knows("lti_consumer")).isTrue();
    assertThat(list.knows("lti")).isTrue();
    assertThat(list.knows("ltix_consumer")).isFalse();
    assertThat(list.rule("lti_consumer")).isEmpty();
  }

  @Test
  void whatOneListKeepsWholeStaysWhole() {
    KeepList rows = KeepList.of(Map.of("a", Map.of("rows", Map.of("a_t", Map.of("slug", "x")))));
    KeepList more = KeepList.of(Map.of("a", Map.of("rows", Map.of("a_t", Map.of("slug", "y")))));
    KeepList whole = KeepList.of(Map.of("a", Map.of("whole", List.of("a_t"))));

    assertThat(KeepList.union(List.of(rows, whole)).rule("a_t")).contains(new KeepRule.Whole());
    assertThat(KeepList.union(List.of(rows, more)).rule("a_t"))
        .contains(
            new KeepRule.Rows(
                List.of(
                    new KeepRule.Values(Map.of("slug", List.of("x"))),
                    new KeepRule.Values(Map.of("slug", List.of("y"))))));
  }

  @Test
  void aKeyThatMeansNothingIsRefused() {
    assertThatThrownBy(() -> KeepList.of(Map.of("a", Map.of("hole", List.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hole");
  }

  /** The interop part {@code keep} adds to these tables whatever real packages migrate. */
  @Test
  void listsKnowAllTablesThatRealPackagesMigrate() throws IOException {
    ServiceRegistry registry = ServiceRegistry.standard();
    KeepList all =
        KeepList.union(
            List.of(
                KeepList.besides(EmptyPlanner.class),
                registry.sql("lms").orElseThrow().keepList(),
                registry.sql("content").orElseThrow().keepList()));
    List<String> tables;
    try (InputStream in = KeepListTest.class.getResourceAsStream("migrated.txt")) {
      tables = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    assertThat(tables).hasSizeGreaterThan(200).filteredOn(table -> !all.knows(table)).isEmpty();
  }

  @Test
  void noValueIsNull() {
    Map<String, Object> row = new HashMap<>();
    row.put("customer_id", null);
    KeepList list = KeepList.of(Map.of("a", Map.of("rows", Map.of("a_t", row))));

    assertThat(list.rule("a_t"))
        .contains(
            new KeepRule.Rows(List.of(new KeepRule.Values(Map.of("customer_id", List.of())))));
  }

  /** A table that a service describes is of an app that its list has; its own rows stay. */
  @Test
  void listsKnowAllDescribedTables() {
    ServiceRegistry registry = ServiceRegistry.standard();
    for (String ida : registry.names()) {
      SqlService service = registry.sql(ida).orElse(null);
      if (service != null) {
        KeepList common = KeepList.besides(EmptyPlanner.class);
        KeepList all =
            KeepList.union(
                List.of(common, service.keepList(), registry.sql("lms").orElseThrow().keepList()));
        assertThat(service.tables().all())
            .extracting(Table::name)
            .allMatch(all::knows, ida + " knows");
        assertThat(service.tables().all().stream().filter(t -> !t.details().rows().isEmpty()))
            .extracting(Table::name)
            .allMatch(table -> all.rule(table).isPresent(), ida + " keeps");
      }
    }
  }
}
