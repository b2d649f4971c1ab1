package org.openedx.devdata.service.content.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.jdbc.DescribedSchema;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutLab;
import org.openedx.devdata.service.content.layout.LayoutTable;

/** Queries in the names of each layout, and the tables that are described for them. */
class ContentSqlTest {

  private static ContentSql sql(Layout layout) {
    return new ContentSql(null, LayoutLab.MAP, layout);
  }

  /** The renamings of the applets' tables, as upstream's migrations have them. */
  @ParameterizedTest
  @CsvSource({
    "L1, oel_contents_content, content_id",
    "L2, openedx_content_content, content_id",
    "L3, openedx_content_media, media_id",
    "CURRENT, openedx_content_media, media_id"
  })
  void contentIsCalledMediaFromItsThirdMigrationOn(Layout layout, String table, String column) {
    assertThat(
            sql(layout)
                .named("SELECT {a:componentversionmedia.media_id} FROM {media} m WHERE x = '{}'"))
        .isEqualTo("SELECT a.`" + column + "` FROM `" + table + "` m WHERE x = '{}'");
  }

  @ParameterizedTest
  @EnumSource
  void everyTableOfALayoutHasItsName(Layout layout) {
    for (LayoutTable table : LayoutLab.MAP.tables()) {
      if (table.isIn(layout)) {
        assertThat(sql(layout).named("{" + table.logicalName() + "}"))
            .isEqualTo("`" + table.name(layout) + "`");
      }
    }
  }

  @Test
  void tablesStandAfterThoseThatTheyReferTo() {
    DescribedSchema.assertParentsStandFirst(new ContentTables(LayoutLab.MAP).all);
  }

  @Test
  void momentsAreUtcToTheMicrosecond() {
    assertThat(ContentSql.instant("2026-03-29 01:30:00.123456"))
        .isEqualTo(Instant.parse("2026-03-29T01:30:00.123456Z"));
  }

  @Test
  void aPackageThatIsNotThereIsNamedWithItsNeighbours() {
    assertThat(new NoSuchPackageException("lib:A:b", List.of()).getMessage())
        .isEqualTo("there is no learning package \"lib:A:b\"; there is none at all");
    assertThat(new NoSuchPackageException("lib:A:b", List.of("lib:A:bb", "z")).getMessage())
        .contains("did you mean \"lib:A:bb\"?");
    assertThat(
            new NoSuchPackageException("q", List.of("lib1", "lib2", "lib3", "lib4", "lib5", "lib6"))
                .getMessage())
        .endsWith("; there is lib1, lib2, lib3, lib4, lib5, ...");
  }
}
