package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.dump.ExportOptions;

/** What the rows of a site say about its exports. */
@Tag("clickhouse")
class SiteExportsTest {

  private AspectsSite site;

  @BeforeEach
  void emptySite() {
    site = new AspectsSite("exports");
    AspectsSetup.init(site.clickhouse(), site.names());
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  private SiteExports read(String... own) {
    return SiteExports.read(site.clickhouse(), site.names(), Set.of(own));
  }

  @Test
  void aSiteWithCoursesOfOthersButNoLearnersKeepsNone() {
    assertThat(read()).isEqualTo(new SiteExports(true, false));
    site.run("INSERT INTO {s}.course_overviews (course_key) VALUES ('course-v1:O+C+R')");
    assertThat(read().keepsLearners()).isFalse();
    assertThat(read("course-v1:O+C+R").keepsLearners()).isTrue();
    assertThat(read("course-v1:O+C+S", "course-v1:O+C+T").keepsLearners()).isFalse();
    site.run("INSERT INTO {s}.user_profile (id) VALUES (1)");
    assertThat(read().keepsLearners()).isTrue();
  }

  @Test
  void whatAUserSaysIsMeant() {
    SiteExports bare = new SiteExports(false, true);
    assertThat(bare.options(Optional.empty(), Optional.empty()))
        .isEqualTo(new ExportOptions(false, true));
    assertThat(bare.options(Optional.of(true), Optional.of(false)))
        .isEqualTo(new ExportOptions(true, false));
    assertThat(bare.warning(Optional.empty()).orElseThrow())
        .contains("ASPECTS_ENABLE_PII", "left out", "pii: true");
    assertThat(bare.warning(Optional.of(true)).orElseThrow())
        .contains("ASPECTS_ENABLE_PII", "pii: false");
    assertThat(bare.warning(Optional.of(false))).isEmpty();
    assertThat(new SiteExports(true, false).warning(Optional.empty())).isEmpty();
  }

  @Test
  void timesOfVideosAreSeenInAnyBlock() {
    String block = "INSERT INTO {s}.course_blocks (location, xblock_data_json) VALUES ('%s', '%s')";
    site.run(block.formatted("a", "{\"block_type\": \"video\"}"));
    assertThat(read().videoTimes()).isFalse();
    site.run(block.formatted("b", "{\"block_type\": \"video\", \"video_start_time\": 0.0}"));
    assertThat(read().videoTimes()).isTrue();
  }
}
