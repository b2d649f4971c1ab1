package org.openedx.devdata.service.lms.userstate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.bench.Stopwatch;
import org.openedx.devdata.plan.RunEntry;
import org.openedx.devdata.plan.RunListener;
import org.openedx.devdata.plan.RunOptions;
import org.openedx.devdata.plan.engine.SpecRun;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.service.lms.userstate.store.VersionTables;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * Learner state at volume: rows with two versions each through the path of specs, against {@code
 * LOAD DATA LOCAL} of ready-made files of the same rows into the same tables.
 *
 * <p>{@code -Ddevdata.bench.learners=N} sets the number of learners (100,000), each with twenty
 * blocks.
 */
@Tag("bench")
@DatabaseTest
class LearnerStateBench {

  private static final int LEARNERS =
      Integer.getInteger(
          "devdata.bench.learners", Integer.getInteger("devdata.bench.users", 100_000));
  private static final int BLOCKS = 20;
  private static final String[] LOADED = {"courseware_studentmodule", VersionTables.EXTENDED};

  private static final String SPEC = "spec path";
  private static final String BASELINE = "LOAD DATA LOCAL of the same rows";

  private final HeapGauge heap = new HeapGauge();

  @Test
  void specsAgainstReadyMadeFiles(TestDatabase database, @TempDir Path folder) throws Exception {
    TestDatabase copy = database.another("copy");
    for (TestDatabase one : List.of(database, copy)) {
      MySqlStand.makeTables(one, "auth_user", LOADED[0], LOADED[1]);
      one.run(SpecLab.DJANGO_MIGRATIONS);
    }
    addLearners(database);
    copy.run("INSERT INTO auth_user SELECT * FROM " + database.name() + ".auth_user");
    // What the compiler has not seen would count for much in a small run.
    load(copy, Math.min(LEARNERS, 1_000), RunListener.SILENT);
    copy.run("TRUNCATE TABLE " + LOADED[0], "TRUNCATE TABLE " + LOADED[1]);

    Stopwatch watch = new Stopwatch();
    watch.time(SPEC, () -> load(database, LEARNERS, listener()));
    for (String table : LOADED) {
      export(database, table, folder);
    }
    watch.time(
        BASELINE,
        () -> {
          for (String table : LOADED) {
            importFile(copy, table, folder);
          }
        });

    long rows = (long) LEARNERS * BLOCKS;
    assertThat(copy.value("SELECT COUNT(*) FROM " + LOADED[1])).isEqualTo(rows * 2 + "");
    System.out.printf(
        "%n%,d rows, %,d versions, %s%n%sof its rate %.2f (at least 0.80); largest heap %,d MB,"
            + " looked for in %.1f s%n",
        rows,
        rows * 2,
        database.version(),
        watch.table(),
        watch.median(BASELINE) / (watch.median(SPEC) - heap.seconds()),
        heap.megabytes(),
        heap.seconds());
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

  private static void load(TestDatabase database, int learners, RunListener listener) {
    RunOptions options =
        new RunOptions(
            Step.LOAD,
            Instant.parse("2026-03-29T01:30:00Z"),
            42,
            false,
            Duration.ofSeconds(30),
            RunOptions.CHUNK_SIZE);
    RunEntry entry = BenchRecords.entry(MySqlStand.connection(database), learners, BLOCKS);
    new SpecRun(List.of(entry), options, listener).run();
  }

  /** Looks at the heap half-way and at the end; more often would keep it too small to work in. */
  private RunListener listener() {
    return new RunListener() {
      @Override
      public void progress(RunEntry which, String name, long done, long total) {
        if (done * 2 / total != (done - RunOptions.CHUNK_SIZE) * 2 / total) {
          heap.look();
        }
      }
    };
  }

  /** As devdata's own connections, which the test server's others would encrypt. */
  private static Connection connect(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(
        MySqlStand.connection(database).url(), database.user(), database.password());
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
          for (int column = 1; column <= width; column++) {
            byte[] value = rows.getBytes(column);
            out.write(value == null ? "\\N".getBytes(StandardCharsets.UTF_8) : escaped(value));
            out.write(column == width ? '\n' : '\t');
          }
        }
      }
    }
  }

  private static byte[] escaped(byte[] value) {
    for (byte one : value) {
      if (one == '\\') {
        return new String(value, StandardCharsets.UTF_8)
            .replace("\\", "\\\\")
            .getBytes(StandardCharsets.UTF_8);
      }
    }
    return value;
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
}
