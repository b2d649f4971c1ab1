package org.openedx.devdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.cli.report.failure.ExitCode;
import org.openedx.devdata.testing.FaultyProxy;
import org.openedx.devdata.testing.FaultyProxy.Fault;

/** Entries of Aspects whose learners live, on sites of their own on the shared engine. */
@Tag("clickhouse")
class AspectsLivesTest {

  private static final String OTHERS = "(generateUUIDv4(), '2026-03-01 12:00:00', '{}')";

  /** Tables by the end of their database's name. */
  private static final Map<String, String> TABLES =
      Map.of(
          "xapi_events_all", "openedx",
          "course_overviews", "sink",
          "course_blocks", "sink",
          "course_enrollment", "sink",
          "user_profile", "sink",
          "external_id", "sink",
          "object_tag", "sink");

  @TempDir private Path folder;
  @TempDir private Path freshFolder;
  private AspectsLab site;
  private AspectsLab fresh;

  @BeforeEach
  void sites() {
    site = AspectsLab.botany("lives", folder);
  }

  private void write(AspectsLab to, Object spec) {
    to.lab().file("aspects.yaml", spec.toString());
  }

  private static String run(AspectsLab lab, String... words) {
    return lab.run(words);
  }

  private static Map<String, List<String>> rows(AspectsLab lab, String prefix) {
    Map<String, List<String>> rows = new HashMap<>();
    TABLES.forEach(
        (table, database) ->
            rows.put(
                table,
                lab.value(
                        "SELECT DISTINCT * FROM %s_%s.%s ORDER BY ALL"
                            .formatted(prefix, database, table))
                    .lines()
                    .toList()));
    return rows;
  }

  private void makeFresh() {
    fresh = AspectsLab.botany("fresh", freshFolder);
  }

  @Test
  void aChangedSpecEndsAsIfItHadNeverBeenOther() {
    change(2);
  }

  @Test
  @Tag("bench")
  void manyChangedSpecsEndAsIfTheyHadNeverBeenOther() {
    change(30);
  }

  private void change(int seeds) {
    makeFresh();
    for (int seed = 0; seed < seeds; seed++) {
      RandomAspectsSpec spec = new RandomAspectsSpec(seed);
      write(site, spec);
      run(site, "load", "-q", "top.yaml");
      site.engine().run("INSERT INTO lives_openedx.xapi_events_all VALUES " + OTHERS);
      assertThat(run(site, "plan", "-q", "top.yaml"))
          .as("seed " + seed)
          .startsWith("Nothing to do");
      for (int change = 0; change < 2; change++) {
        spec.change();
        write(site, spec);
        String planned = run(site, "plan", "-q", "top.yaml");
        String loaded = run(site, "load", "-q", "top.yaml");
        assertThat(counts(loaded)).as("seed " + seed).isEqualTo(counts(planned));
        assertThat(run(site, "plan", "-q", "top.yaml"))
            .as("seed " + seed)
            .startsWith("Nothing to do");
      }
      write(fresh, spec);
      run(fresh, "load", "-q", "top.yaml");

      Map<String, List<String>> changed = rows(site, "lives");
      changed.computeIfPresent(
          "xapi_events_all", (table, all) -> all.stream().filter(row -> !isOthers(row)).toList());
      assertThat(changed).as("seed %d: %s", seed, spec).isEqualTo(rows(fresh, "fresh"));

      assertThat(
              site.value(
                  "SELECT countIf(mode = 'verified'), countIf(mode = 'no-id'), countIf(NOT is_active)"
                      + " FROM lives_sink.course_enrollment"))
          .isEqualTo(
              "%d\t%d\t%d"
                  .formatted(
                      spec.enrolments("mode: verified"),
                      spec.enrolments("mode: no-id"),
                      spec.enrolments("is_active: false")));
      run(site, "reset", "-q", "-y", "top.yaml");
      run(fresh, "reset", "-q", "-y", "top.yaml");
      assertThat(site.value("SELECT count() FROM lives_openedx.xapi_events_all"))
          .as("statements of others")
          .isEqualTo(Integer.toString(seed + 1));
      assertThat(site.value("SELECT count() FROM lives_sink.course_blocks")).isEqualTo("0");
      assertThat(site.value("SELECT count() FROM lives_sink.devdata_ledger")).isEqualTo("0");
    }
  }

  private static boolean isOthers(String row) {
    return row.endsWith("\t{}");
  }

  /** The numbers of a summary, without words that differ between a plan and a load. */
  private static List<String> counts(String summary) {
    return List.of(summary.replaceAll("\\D*unchanged.*", "").replaceAll("[^0-9,]+", " ").strip());
  }

  @Test
  void aMixIsReplacedByLives() {
    run(site, "load", "-q", "top.yaml");
    write(site, AspectsLab.BOTANY.replace("statements: 3000", "life: {set: campus, enter: 1}"));

    run(site, "load", "-q", "top.yaml");

    assertThat(site.value("SELECT count() < 3000 FROM lives_openedx.xapi_events_all"))
        .isEqualTo("1");
    assertThat(run(site, "verify", "-q", "top.yaml")).startsWith("Verified: all");
  }

  @Test
  void twoEntriesOfOneCourseKeepApart() {
    String botany = AspectsLab.BOTANY.replace("statements: 3000", "life: {set: campus, enter: 1}");
    site.lab()
        .file("top.yaml", "- {ida: aspects, path: aspects.yaml}\n- {ida: aspects, path: more.yaml}")
        .file("aspects.yaml", botany)
        .file(
            "more.yaml",
            botany
                .replace("anna", "dora")
                .replace("32e08e30", "32e08e31")
                .replace("user_id: 17", "user_id: 18")
                .replace("ben", "emil")
                .replace("cleo", "finn"));
    run(site, "load", "-q", "top.yaml");
    assertThat(run(site, "plan", "-q", "top.yaml")).startsWith("Nothing to do");
    long before = statements();

    site.lab().file("aspects.yaml", botany.replaceAll("(?m)^  - \\{username: cleo.*\n", ""));
    run(site, "load", "-q", "top.yaml");

    assertThat(statements()).isLessThan(before);
    assertThat(run(site, "plan", "-q", "top.yaml")).startsWith("Nothing to do");
    assertThat(site.value("SELECT uniq(username) FROM lives_sink.external_id")).isEqualTo("5");
  }

  private long statements() {
    return Long.parseLong(site.value("SELECT count() FROM lives_openedx.xapi_events_all"));
  }

  @Test
  void aLoadThatIsKilledIsFinishedByTheNext() throws Exception {
    makeFresh();
    RandomAspectsSpec spec = new RandomAspectsSpec(3);
    write(fresh, spec);
    run(fresh, "load", "-q", "--now", "2026-06-01", "top.yaml");
    write(site, spec);
    int all;
    try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
      plan(proxy);
      all = proxy.requests();
    }
    for (int more : new int[] {3, 6, 12}) {
      try (FaultyProxy proxy = new FaultyProxy(site.engine().url())) {
        proxy.fail(Collections.nCopies(all + more, Fault.NONE).toArray(Fault[]::new));
        proxy.fail(Fault.HANGS);
        try (CommandProcess command =
            CommandProcess.start(
                folder,
                new HashMap<>(site.variables("lives", proxy.url())),
                "load",
                "-q",
                "--now",
                "2026-06-01",
                folder.resolve("top.yaml").toString())) {
          command.killWhen(proxy::isHanging);
        }
      }
    }

    run(site, "load", "-q", "--now", "2026-06-01", "top.yaml");

    assertThat(rows(site, "lives")).isEqualTo(rows(fresh, "fresh"));
    assertThat(run(site, "plan", "-q", "--now", "2026-07-01", "top.yaml"))
        .startsWith("Nothing to do");
  }

  private void plan(FaultyProxy proxy) {
    site.variables("lives", proxy.url()).forEach(site.lab()::variable);
    run(site, "plan", "-q", "--now", "2026-06-01", "top.yaml");
    site.variables("lives", site.engine().url()).forEach(site.lab()::variable);
  }

  @Test
  void whatAnEntryCannotSayIsToldWithWhatToWriteInstead() {
    write(site, AspectsLab.BOTANY.replace("statements: 3000", "model: life\nstatements: 3000"));
    assertThat(site.runTop("load").err())
        .contains("aspects.yaml:2:13: statements asks for a number, but learners who are named");
    write(site, "life: {set: campus}\n" + AspectsLab.BOTANY);
    assertThat(site.runTop("load").err())
        .contains("life describes learners who live, but statements asks for a mix");
    write(site, AspectsLab.BOTANY);
    assertThat(site.runTop("load").err())
        .contains("statements makes this a mix, in which no grade follows from an answer");
    write(site, "model: mix\n" + AspectsLab.BOTANY);
    assertThat(site.runTop("load").err()).doesNotContain("makes this a mix");
    write(site, AspectsLab.BOTANY.replace("statements: 3000", "life: {enter: 3}"));
    assertThat(site.runTop("load").err()).contains("enter is 3.0; write a number from 0.0 to 1.0");
    write(
        site,
        AspectsLab.BOTANY
            .replace("statements: 3000\n", "")
            .replace("graded: true", "graded: false"));
    assertThat(site.runTop("load").err()).contains("so no learner gets a grade or passes");
  }

  @Test
  void aGeneratedWorldTakesANumberAndContradictsNothing() {
    write(
        site,
        """
        model: life
        life: {set: campus}
        statements: 3000
        num_actors: 30
        course_sizes:
          - {name: small, runs: 3, actors: 20, problems: 8, videos: 5, chapters: 2, sequences: 4, verticals: 6, forum_posts: 3}
        """);

    run(site, "load", "-q", "top.yaml");

    assertThat(statements()).isBetween(2_940L, 3_060L);
    CommandLab.Result checks = site.lab().run("aspects", "verify", "--sample", "0");
    assertThat(checks.code()).as(checks.out()).isEqualTo(ExitCode.DONE);
    assertThat(
            site.value(
                "SELECT sum(passed) > 0, countIf(passed > 0 AND right = 0), countIf(graded > 0 AND"
                    + " answers = 0) FROM (SELECT JSONExtractString(event, 'actor', 'account',"
                    + " 'name') AS who, extract(event, 'course-v1:[A-Za-z0-9+_]+') AS course,"
                    + " countIf(verb = 'passed') AS passed, countIf(verb = 'evaluated') AS"
                    + " answers, countIf(verb = 'evaluated' AND JSONExtractBool(event, 'result',"
                    + " 'success')) AS right, countIf(verb IN ('scored', 'earned')) AS graded FROM"
                    + " (SELECT event, JSONExtractString(event, 'verb', 'display', 'en') AS verb FROM"
                    + " lives_openedx.xapi_events_all) GROUP BY who, course)"))
        .as("passed, passed without a right answer, graded without an answer")
        .isEqualTo("1\t0\t0");
    assertThat(run(site, "load", "-q", "--now", "2026-07-01", "top.yaml"))
        .startsWith("Loaded: nothing changed");
  }
}
