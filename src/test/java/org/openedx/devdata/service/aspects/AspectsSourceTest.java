package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("clickhouse")
class AspectsSourceTest {

  private static final String STATEMENT =
      ".xapi_events_all VALUES (generateUUIDv4(), '2026-01-01 00:00:00', '{}')";

  private AspectsSite site;

  @BeforeEach
  void siteWithoutModels() {
    site = new AspectsSite("source");
    AspectsSetup.init(site.clickhouse(), site.names());
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  private String source() {
    return find().names().source();
  }

  private AspectsSource find() {
    AspectsNames names = site.names();
    return AspectsSource.find(site.clickhouse(), names.withSource(names.openedx()));
  }

  @Test
  void triggersSayWhatTheReportsRead() {
    site.run("INSERT INTO source_xapi" + STATEMENT); // Of the time before Vector.
    site.withModels("8.1");
    assertThat(source()).isEqualTo("source_openedx");
    assertThat(find().triggered()).isTrue();
  }

  @Test
  void ralphsTableIsFoundAlike() {
    site.run("INSERT INTO source_openedx" + STATEMENT);
    site.ofRalph().withModels("8.0");
    assertThat(source()).isEqualTo("source_xapi");
  }

  @Test
  void modelsOfBeforeAChangeAreNotRead() {
    site.ofRalph().withModels("8.0"); // Their reports are replaced by those of the new source.
    site.run("DROP DATABASE {r}");
    for (String view : new String[] {"dim_course_names"}) {
      site.run("DROP DICTIONARY {s}." + view);
    }
    site.run("DROP TABLE {s}.dim_most_recent_course_blocks_mv");
    site.run("DROP TABLE {s}.dim_most_recent_course_blocks");
    site.ofVector().withModels("8.1");
    assertThat(source()).isEqualTo("source_openedx");
  }

  @Test
  void withoutModelsTheTableThatHasRowsCounts() {
    assertThat(source()).isEqualTo("source_openedx");
    site.run("INSERT INTO source_xapi" + STATEMENT);
    assertThat(source()).isEqualTo("source_xapi");
    site.run("INSERT INTO source_openedx" + STATEMENT);
    assertThat(source()).isEqualTo("source_openedx");
    assertThat(find().triggered()).isFalse();
  }

  @Test
  void withoutRowsTheTableThatIsThereCounts() {
    site.run("DROP TABLE source_openedx.xapi_events_all");
    assertThat(source()).isEqualTo("source_xapi");
  }
}
