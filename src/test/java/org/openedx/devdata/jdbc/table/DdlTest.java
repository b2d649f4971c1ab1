package org.openedx.devdata.jdbc.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.jdbc.DescribedSchema;
import org.openedx.devdata.service.ecommerce.EcommerceService;
import org.openedx.devdata.service.lms.LmsService;

/** Descriptions of tables as DDL: the forms of columns, and names that a server takes. */
class DdlTest {

  private static final Pattern KEY_NAME = Pattern.compile("(?:KEY|CONSTRAINT) `([^`]+)`");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(255) null | `c` varchar(255)",
        "varchar(255) binary | `c` varchar(255) COLLATE utf8mb4_bin NOT NULL",
        "int unsigned | `c` int unsigned NOT NULL",
        "bigint auto | `c` bigint NOT NULL AUTO_INCREMENT",
        "decimal(12,2) = 0.00 | `c` decimal(12,2) NOT NULL",
        "bool = false | `c` tinyint(1) NOT NULL",
        "datetime touch = now | `c` datetime(6) NOT NULL",
        "uuid null | `c` char(32)",
        "char(2) was land | `c` char(2) NOT NULL",
      })
  void aColumnIsAsItsDescriptionSays(String description, String ddl) {
    assertThat(Ddl.column(Column.parse("c", description))).isEqualTo(ddl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "varchar(255) nul", "int=3", "varchar (3)", "varchar(3) null null_"})
  void whatIsNoDescriptionIsRefused(String description) {
    assertThatThrownBy(() -> Column.parse("c", description))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column c: ");
  }

  static Stream<TableSet> services() {
    return Stream.of(LmsService.lms().tables(), new EcommerceService().tables());
  }

  /** MySQL takes 64 characters, and no two constraints of one name in a database. */
  @ParameterizedTest
  @MethodSource("services")
  void namesOfKeysFitAndAreTheirOwn(TableSet tables) {
    assertThat(
            tables.all().stream()
                .flatMap(
                    table ->
                        KEY_NAME
                            .matcher(Ddl.create(table, tables))
                            .results()
                            .map((MatchResult name) -> name.group(1))))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name.length()).as(name).isLessThanOrEqualTo(64));
  }

  @ParameterizedTest
  @MethodSource("services")
  void parentsStandBeforeChildren(TableSet tables) {
    DescribedSchema.assertParentsStandFirst(tables);
  }

  @Test
  void aColumnNamesTheTableByReferenceOrByMention() {
    Map<String, Map<String, Object>> described = new LinkedHashMap<>();
    described.put("owner", Map.of("columns", Map.of("name", "varchar(9)"), "key", List.of("name")));
    described.put(
        "pet",
        Map.of(
            "columns",
            Map.of("owner_id", "int -> owner", "vet", "varchar(9)", "second", "int null"),
            "mentions",
            Map.of("vet", "owner.name", "second", "owner.id")));
    TableSet tables = TableSet.of(described);
    Table pet = tables.get("pet");

    assertThat(tables.referenced(pet, "owner_id")).isSameAs(tables.get("owner"));
    assertThat(tables.referenced(pet, "second")).isSameAs(tables.get("owner"));
    assertThat(tables.referenced(pet, "vet")).as("a name is no number").isNull();
    assertThat(tables.namedBy(pet)).containsExactly(tables.get("owner"));
  }

  @Test
  void aDescriptionThatNamesNoColumnOfItsTableIsRefused() {
    assertThatThrownBy(
            () ->
                TableSet.of(
                    Map.of("t", Map.of("columns", Map.of("a", "int"), "key", List.of("b")))))
        .hasMessage("table t has no column b");
  }
}
