package org.openedx.devdata.jdbc.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.jdbc.DatabaseException;
import org.openedx.devdata.jdbc.sql.ResultColumn;
import org.openedx.devdata.jdbc.sql.ResultListener;
import org.openedx.devdata.jdbc.sql.ResultRows;
import org.openedx.devdata.testing.DistortingProxy;
import org.openedx.devdata.testing.Distortions;
import org.openedx.devdata.testing.Distortions.Named;
import org.openedx.devdata.testing.Sweep;
import org.openedx.devdata.testing.TestClickHouse;

/**
 * Every kind of wrong answer to every kind of request: what a call returns is true, whatever the
 * server, or a proxy before it, answers; nothing is waited for or held without end.
 */
@Tag("clickhouse")
class ClickHouseDistortionTest {

  private static final String DATABASE = "test_distorted";
  private static final int ROWS = 20;
  private static final Duration TIMEOUT = Duration.ofMillis(1500);

  private TestClickHouse engine;

  /** A request whose truth can be told. */
  private interface Asked {

    /** Whether what the call gave is what is. */
    boolean isTrue(ClickHouse server, int number) throws Exception;
  }

  @BeforeEach
  void prepare() {
    engine = TestClickHouse.required();
    engine.freshDatabase(DATABASE);
    engine.run(
        "CREATE TABLE %s.t (n UInt32, name String) ENGINE = MergeTree ORDER BY n"
            .formatted(DATABASE));
  }

  private void sweep(Asked asked) throws Exception {
    List<Named> all = new ArrayList<>(Distortions.all());
    for (String written : List.of("0", "7", "x", "")) {
      all.add(
          new Named(
              "summary of '%s' rows".formatted(written),
              (request, truth) ->
                  truth
                      .ask()
                      .withHeader(
                          "x-clickhouse-summary",
                          "{\"read_rows\":\"20\",\"written_rows\":\"%s\"}".formatted(written))));
    }
    List<String> faults = new ArrayList<>();
    List<Integer> believed = new ArrayList<>();
    Sweep.over(
        all,
        (distortion, number) -> {
          List<String> found = attempt(distortion, number, asked, believed);
          synchronized (faults) {
            faults.addAll(found);
          }
          return found;
        });
    assertThat(faults).isEmpty();
    assertThat(believed).isNotEmpty().hasSizeLessThan(all.size() / 3);
  }

  private List<String> attempt(Named distortion, int number, Asked asked, List<Integer> believed)
      throws Exception {
    String name = distortion.name();
    long begin = System.nanoTime();
    try (DistortingProxy proxy = new DistortingProxy(engine.url());
        ClickHouse server =
            ClickHouse.of(
                ClickHouseSettings.of("test", proxy.url(), engine.user(), engine.password())
                    .withTimeout(TIMEOUT))) {
      proxy.distort(distortion.distortion());
      try {
        if (!asked.isTrue(server, number)) {
          return List.of(name + ": believed, but it is not so");
        }
        synchronized (believed) {
          believed.add(number);
        }
      } catch (DatabaseException e) {
        String said = e.getMessage();
        if (!said.contains("ClickHouse (target test, http://127.0.0.1:")
            || said.contains("java.")) {
          return List.of(name + ": " + said);
        }
      }
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    return millis < 15_000 ? List.of() : List.of("%s: %d ms".formatted(name, millis));
  }

  @Test
  void rowsThatAQueryGivesAreAllThatThereAre() throws Exception {
    List<List<String>> expected = new ArrayList<>();
    for (int n = 0; n < ROWS; n++) {
      expected.add(List.of("" + n, "name\t" + n));
    }
    sweep(
        (server, number) ->
            server
                .rows("SELECT number, concat('name\\t', number) FROM numbers(20) ORDER BY number")
                .equals(expected));
  }

  @Test
  void rowsThatAPersonIsShownAreAllThatThereAre() throws Exception {
    sweep(
        (server, number) -> {
          List<List<Object>> shown = new ArrayList<>();
          server.query("-- all\nSELECT number, 'x' FROM numbers(20)", new Collecting(shown));
          return shown.size() == ROWS && shown.get(ROWS - 1).get(1).equals("x");
        });
  }

  /**
   * Who reads blocks knows their rows: an answer that is cut between two is no failure by itself.
   */
  @Test
  void blocksAreWhatThereIsOrTooFew() throws Exception {
    List<String> expected = new ArrayList<>();
    for (int n = 0; n < ROWS; n++) {
      expected.add(n + "\tname" + n + "\n");
    }
    sweep(
        (server, number) -> {
          List<String> read = new ArrayList<>();
          try (BlockAnswer answer =
              server.blocks(
                  "SELECT number AS n, concat('name', number) AS name FROM numbers(20)",
                  List.of("n", "name"),
                  Map.of("max_block_size", "7"))) {
            OutputBytes line = new OutputBytes(64);
            while (answer.next()) {
              for (line.clear(); answer.blocks().nextRow(line, 2); line.clear()) {
                read.add(line.toString());
              }
            }
          }
          if (read.size() < ROWS) {
            throw new DatabaseException("ClickHouse (target test, http://127.0.0.1: too few rows");
          }
          return read.equals(expected);
        });
  }

  @Test
  void rowsThatCountAsInsertedAreThere() throws Exception {
    sweep(
        (server, number) -> {
          server.insert(
              new TableName(DATABASE, "t"),
              List.of("n", "name"),
              out -> {
                for (int n = 0; n < ROWS; n++) {
                  out.write(new byte[] {(byte) number, (byte) (number >> 8), 0, 0, 1, 'x'});
                }
              },
              ROWS,
              "token-" + number,
              Map.of());
          return count(number) == ROWS;
        });
  }

  @Test
  void rowsThatCountAsCopiedAreThere() throws Exception {
    sweep(
        (server, number) ->
            server.copy(
                        "INSERT INTO %s.t SELECT %d, 'x' FROM numbers(20)"
                            .formatted(DATABASE, number),
                        Map.of())
                    == ROWS
                && count(number) == ROWS);
  }

  @Test
  void whatCountsAsDoneIsDone() throws Exception {
    sweep(
        (server, number) -> {
          server.run("INSERT INTO %s.t VALUES (%d, 'x')".formatted(DATABASE, number));
          return count(number) == 1;
        });
  }

  private int count(int number) {
    return Integer.parseInt(
        engine.run("SELECT count() FROM %s.t WHERE n = %d".formatted(DATABASE, number)).strip());
  }

  /** Takes rows. */
  private record Collecting(List<List<Object>> rows) implements ResultListener {

    @Override
    public void rows(List<ResultColumn> columns, ResultRows source) {
      source.read(rows::add);
    }

    @Override
    public void changed(long count) {}
  }
}
