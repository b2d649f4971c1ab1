package org.openedx.devdata.service.content.layout.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.SchemaBinding;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

@DatabaseTest
class ContentSchemaTest {

  private static final LayoutDetector DETECTOR = new LayoutDetector(LayoutLab.MAP);

  @ParameterizedTest
  @EnumSource
  void layoutIsFoundAgain(Layout layout, TestDatabase database) throws SQLException {
    LayoutLab.create(database, layout);

    try (MySqlDatabase open = LayoutLab.open(database)) {
      assertThat(DETECTOR.detect(open.schema())).isEqualTo(layout);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bindingFindsTablesUnderTheirNames(Layout layout, TestDatabase database) throws SQLException {
    LayoutLab.create(database, layout);
    var descriptions = LayoutLab.MAP.descriptions();
    descriptions.put("auth_user", java.util.Map.of("columns", java.util.Map.of("id", "int auto")));
    TableSet tables = TableSet.of(descriptions);
    List<String> all = tables.all().stream().map(Table::name).toList();

    try (MySqlDatabase open = LayoutLab.open(database)) {
      SchemaBinding binding =
          SchemaBinding.of(
              tables,
              open.schema(),
              all.stream().filter(name -> !name.equals("auth_user")).toList(),
              java.util.Map.of(),
              "migrate it");
      BoundTable media = binding.get(tables.get("openedx_content_componentversionmedia"));

      assertThat(media.sqlName())
          .isEqualTo("`" + LayoutLab.MAP.name("componentversionmedia", layout) + "`");
      assertThat(media.sqlName(media.table().indexOf("media_id")))
          .isEqualTo("`" + LayoutLab.MAP.column("componentversionmedia", "media_id", layout) + "`");
      BoundTable record = binding.get(tables.get("openedx_content_publishlogrecord"));
      assertThat(record.has(record.table().indexOf("direct"))).isEqualTo(layout == Layout.CURRENT);
    }
  }

  @Test
  void emptyDatabaseIsRefused(TestDatabase database) {
    try (MySqlDatabase open = LayoutLab.open(database)) {
      assertThatThrownBy(() -> DETECTOR.detect(open.schema()))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("no tables of authored content")
          .hasMessageContaining("manage.py cms migrate");
    }
  }

  @Test
  void unknownLayoutIsRefusedWithWhatWasFound(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.L3);
    database.run("ALTER TABLE openedx_content_media RENAME COLUMN hash_digest TO digest");

    try (MySqlDatabase open = LayoutLab.open(database)) {
      assertThatThrownBy(() -> DETECTOR.detect(open.schema()))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("30 of its tables")
          .hasMessageContaining("not openedx_content_media.hash_digest of layout L3");
    }
  }

  @Test
  void secondCallChangesNothing(TestDatabase database) throws SQLException {
    LayoutLab.create(database, Layout.CURRENT);
    var schema = LayoutLab.schema(database);
    List<List<String>> types = database.rows("SELECT * FROM django_content_type");
    LayoutLab.create(database, Layout.CURRENT);

    assertThat(LayoutLab.schema(database)).isEqualTo(schema);
    assertThat(database.rows("SELECT * FROM django_content_type")).isEqualTo(types).hasSize(38);
  }
}
