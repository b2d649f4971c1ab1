package org.openedx.devdata.service.aspects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.clickhouse.ClickHouse;
import org.openedx.devdata.jdbc.clickhouse.ClickHouseSettings;
import org.openedx.devdata.jdbc.clickhouse.TableName;
import org.openedx.devdata.testing.TestClickHouse;

/** Databases of any name, and those whose views read them. */
@Tag("clickhouse")
class LiveAspectsTest {

  private static final List<String> ODD =
      List.of("ü", "é x", "`", "\\", "\\d", "'", "\"", "(", "[a", "*", "a.b", "$", "名前", "?{1}");

  private final TestClickHouse engine = TestClickHouse.required();

  private void run(String statement, Object... names) {
    engine.run(
        statement.formatted(
            List.of(names).stream().map(name -> TableName.quote((String) name)).toArray()));
  }

  @Test
  void readersOfDatabasesOfAnyNameAreFound() {
    ClickHouse clickhouse =
        ClickHouse.of(
            ClickHouseSettings.of("test", engine.url(), engine.user(), engine.password()));
    for (String odd : ODD) {
      String source = "la_" + odd;
      String reader = "la_reader_" + odd;
      String other = "la_other" + odd + "_" + source;
      for (String database : List.of(source, reader, other)) {
        run("DROP DATABASE IF EXISTS %s", database);
        run("CREATE DATABASE %s", database);
      }
      run("CREATE TABLE %s.t (id Int32) ENGINE = MergeTree ORDER BY id", source);
      run("CREATE TABLE %s.t (id Int32) ENGINE = MergeTree ORDER BY id", other);
      run("CREATE VIEW %s.v AS SELECT id FROM %s.t", reader, source);
      run("CREATE VIEW %s.v AS SELECT id FROM %s.t", other, other);
      AspectsNames names = new AspectsNames(source, source, source, source, "t", Optional.empty());

      assertThat(LiveAspects.readWithReaders(clickhouse, names).tables().keySet())
          .as(odd)
          .containsExactlyInAnyOrder(new TableName(source, "t"), new TableName(reader, "v"));
      for (String database : List.of(reader, other, source)) {
        run("DROP DATABASE %s", database);
      }
    }
  }
}
