package org.openedx.devdata.service.lms.userstate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.SpecRun;
import org.openedx.devdata.plan.Step;
import org.openedx.devdata.service.lms.LmsService;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.ServiceSpec;
import org.openedx.devdata.spec.SpecRecord;
import org.openedx.devdata.spec.TimeExpression;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Learner state at volume: rows with two versions each through the path of specs, against {@code
 * LOAD DATA LOCAL} of ready-made files of the same rows; then the iteration of a course, against a
 * plain streaming {@code SELECT} of the same rows, JSON left alone in both. Prints seconds, ratios
 * and the largest heap that was in use after a collection.
 *
 * <p>{@code -Ddevdata.bench.learners=N} sets the number of learners (100,000), each with twenty
 * blocks. Records are made as they are asked for, as a file of two million would not fit in memory.
 */
@Tag("bench")
@DatabaseTest
class LearnerStateBench {

  private static final int LEARNERS =
      Integer.getInteger(
          "devdata.bench.learners", Integer.getInteger("devdata.bench.users", 100_000));
  private static final int BLOCKS = 20;
  private static final String COURSE = "course-v1:Bench+C1+2026";
  private static final String[] LOADED = {"courseware_studentmodule", VersionTables.EXTENDED};

  private long heap;
  private double collecting;

  @Test
  void loadAndIterate(TestDatabase database, @TempDir Path folder) throws Exception {
    long rows = (long) LEARNERS * BLOCKS;
    TestDatabase copy = database.another("copy");
    for (TestDatabase one : List.of(database, copy)) {
      MySqlStand.makeTables(one, "auth_user", LOADED[0], LOADED[1]);
    }
    addLearners(database);
    copy.run("INSERT INTO auth_user SELECT * FROM " + database.name() + ".auth_user");

    double load = seconds(() -> load(database)) - collecting;
    for (String table : LOADED) {
      export(database, table, folder);
    }
    double baseline =
        seconds(
            () -> {
              for (String table : LOADED) {
                importFile(copy, table, folder);
              }
            });
    assertThat(copy.value("SELECT COUNT(*) FROM " + LOADED[1])).isEqualTo(rows * 2 + "");
    System.out.printf(
        "%n%,d rows, %,d versions, %s%nspec path %.1f s, LOAD DATA LOCAL %.1f s: %.2f of its rate (at"
            + " least 0.80); heap %,d MB%n",
        rows, rows * 2, database.version(), load, baseline, baseline / load, heap >> 20);
    iterate(database, rows);
  }

  private void iterate(TestDatabase database, long rows) throws Exception {
    heap = 0;
    double pages = Double.MAX_VALUE;
    double stream = Double.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      stream = Math.min(stream, seconds(() -> assertThat(select(database)).isEqualTo(rows)));
      pages = Math.min(pages, seconds(() -> assertThat(pages(database)).isEqualTo(rows)));
    }
    System.out.printf(
        "iteration %.2f s, streaming SELECT %.2f s: %.2f of its rate (at least 0.70); heap %,d MB%n",
        pages, stream, stream / pages, heap >> 20);
  }

  /** As devdata's own connections, which the test server's others would encrypt. */
  private static Connection connect(TestDatabase database) throws SQLException {
    return java.sql.DriverManager.getConnection(
        MySqlStand.connection(database).url(), database.user(), database.password());
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Its own time does not count. */
  private void lookAtHeap() {
    long start = System.nanoTime();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    heap = Math.max(heap, runtime.totalMemory() - runtime.freeMemory());
    collecting += (System.nanoTime() - start) / 1e9;
  }

  private static void addLearners(TestDatabase database) throws SQLException {
    database.run(
        "INSERT INTO auth_user (password, is_superuser, username, first_name, last_name, email,"
            + " is_staff, is_active, date_joined) WITH RECURSIVE n AS (SELECT 0 AS i UNION ALL SELECT"
            + " i + 1 FROM n WHERE i < 999) SELECT '!', 0, CONCAT('learner_', a.i * 1000 + b.i), '',"
            + " '', CONCAT('learner_', a.i * 1000 + b.i, '@example.com'), 0, 1, '2026-01-01' FROM n a"
            + " JOIN n b WHERE a.i * 1000 + b.i < "
            + LEARNERS);
  }

  private void load(TestDatabase database) {
    LmsService service = LmsService.lms();
    Kind kind =
        service.descriptor().kinds().stream()
            .filter(one -> one.name().equals("student_modules"))
            .findFirst()
            .orElseThrow();
    Position none = new Position("bench", 1, 1);
    Kind settings = service.descriptor().settingsKind();
    SpecRecord noSettings =
        SpecRecord.of(
            settings,
            none,
            0,
            new Object[settings.fields().size()],
            new int[2 * settings.fields().size()],
            null);
    ServiceSpec spec =
        new ServiceSpec(
            service.descriptor(), "bench", noSettings, Map.of(kind.name(), new Records(kind)));
    RunEntry entry = new RunEntry(1, service, spec, MySqlStand.connection(database));
    RunOptions options =
        new RunOptions(
            Step.LOAD,
            Instant.parse("2026-03-29T01:30:00Z"),
            42,
            false,
            Duration.ofSeconds(30),
            RunOptions.CHUNK_SIZE);
    RunListener listener =
        new RunListener() {
          @Override
          public void progress(RunEntry which, String name, long done, long total) {
            if (done * 10 / total != (done - RunOptions.CHUNK_SIZE) * 10 / total) {
              lookAtHeap();
            }
          }
        };
    new SpecRun(List.of(entry), options, listener).run();
  }

  /** Records of problems with one earlier version, made when they are asked for. */
  private static final class Records extends AbstractList<SpecRecord> {

    private static final TimeExpression VIEWED = TimeExpression.parse("2026-01-05T09:55:00Z");
    private static final TimeExpression SAVED = TimeExpression.parse("2026-01-05T10:00:00Z");

    private final Kind kind;
    private final Kind versions;

    Records(Kind kind) {
      this.kind = kind;
      this.versions =
          ((org.openedx.devdata.spec.FieldType.Records)
                  kind.fields().get(kind.indexOf("versions")).type())
              .kind();
    }

    @Override
    public int size() {
      return LEARNERS * BLOCKS;
    }

    @Override
    public SpecRecord get(int index) {
      SpecRecord viewed =
          record(
              versions,
              index,
              Map.of(
                  "state",
                  JsonNodeFactory.instance.objectNode().put("seed", 1),
                  "created",
                  VIEWED));
      return record(
          kind,
          index,
          Map.of(
              "username",
              "learner_" + index / BLOCKS,
              "block",
              "block-v1:Bench+C1+2026+type@problem+block@p" + index % BLOCKS,
              "state",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("seed", 1)
                  .put("attempts", 1)
                  .put("answer", "choice_" + index % 4)
                  .put("done", true),
              "grade",
              index % 2 * 1.0,
              "max_grade",
              1.0,
              "modified",
              SAVED,
              "versions",
              List.of(viewed)));
    }

    private static SpecRecord record(Kind kind, int index, Map<String, Object> fields) {
      Object[] values = new Object[kind.fields().size()];
      fields.forEach((name, value) -> values[kind.indexOf(name)] = value);
      Position place = new Position("bench", index + 1, 1);
      return SpecRecord.of(kind, place, index, values, new int[2 * values.length], null);
    }
  }

  private static void export(TestDatabase database, String table, Path folder) throws Exception {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve(table)), 1 << 16)) {
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
        int width = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          StringBuilder line = new StringBuilder();
          for (int column = 1; column <= width; column++) {
            String value = rows.getString(column);
            line.append(column == 1 ? "" : "\t")
                .append(value == null ? "\\N" : value.replace("\\", "\\\\"));
          }
          out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static void importFile(TestDatabase database, String table, Path folder)
      throws Exception {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        InputStream in = Files.newInputStream(folder.resolve(table))) {
      connection.setAutoCommit(false);
      statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(in);
      statement.execute(
          "LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + table + " CHARACTER SET utf8mb4");
      connection.commit();
    }
  }

  private long pages(TestDatabase database) {
    try (MySqlDatabase lms = MySqlDatabase.open(MySqlStand.connection(database))) {
      StateTables tables = StateTables.of(MySqlStand.TABLES, lms);
      Iterator<StoredState> rows = new StateQueries(lms, tables).ofCourse(COURSE, Optional.empty());
      long count = 0;
      for (; rows.hasNext(); count++) {
        rows.next();
        if (count % 500_000 == 0) {
          lookAtHeap();
        }
      }
      return count;
    }
  }

  /** The columns that the iteration reads, user name and all. */
  private static long select(TestDatabase database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(Integer.MIN_VALUE);
      long count = 0;
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT m.id, u.username, m.module_id, m.course_id, m.module_type, m.state, m.modified"
                  + " FROM courseware_studentmodule m JOIN auth_user u ON u.id = m.student_id"
                  + " WHERE m.course_id = '"
                  + COURSE
                  + "'")) {
        for (; rows.next(); count++) {
          for (int column = 1; column <= 7; column++) {
            rows.getString(column);
          }
        }
      }
      return count;
    }
  }
}
