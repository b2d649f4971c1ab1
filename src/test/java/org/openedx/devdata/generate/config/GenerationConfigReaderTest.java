package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.generate.config.GoodConfig.GOOD;
import static org.openedx.devdata.generate.config.GoodConfig.bytes;
import static org.openedx.devdata.generate.config.GoodConfig.read;
import static org.openedx.devdata.generate.config.GoodConfig.reader;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openedx.devdata.world.dump.ExportOptions;
import org.openedx.devdata.xapi.StatementType;

/** Configurations of both dialects, with defaults, environment and command line. */
class GenerationConfigReaderTest {

  @TempDir Path folder;

  @Test
  void readsTheKeysOfTheNewDialectWithTheirDefaults() {
    GenerationConfig config = read(GOOD);
    assertThat(config.backend().key()).isEqualTo("discard");
    assertThat(config.statements().random()).isEqualTo(1_000);
    assertThat(config.world().lmsUrl()).isEqualTo("http://localhost:18000");
    assertThat(config.world().startDay()).isEqualTo(LocalDate.parse("2025-01-01").toEpochDay());
    assertThat(config.world().publishes()).isEqualTo(1);
    assertThat(config.output().compression()).isEqualTo("gzip");
    assertThat(config.output().slice()).isEqualTo(Slice.WHOLE);
    assertThat(config.output().pii()).isEmpty();
    assertThat(config.output().exports()).isEqualTo(new ExportOptions(true, false));
    assertThat(config.database().port()).isEqualTo(18_123);
    assertThat(config.database().secure()).isFalse();
    assertThat(config.database().statementsName()).isEmpty();
    assertThat(config.log().maxBytes()).isEqualTo(10_485_760);
  }

  @Test
  void readsTheOldDialectAndSaysWhatHasOtherNamesNow() {
    GenerationConfigReader reader = reader(Map.of());
    GenerationConfig config =
        reader.read(
            bytes(
                GOOD.replace("num_xapi_batches", "num_batches")
                        .replace("backend: discard", "backend: csv_file")
                    + "csv_output_destination: "
                    + folder
                    + "\ncsv_load_from_s3_after: true\ndb_name: other\n"
                    + "event_table_name: xapi_events_all_parsed\n"),
            Optional.empty());
    assertThat(config.backend().key()).isEqualTo("csv");
    assertThat(config.statements().random()).isEqualTo(1_000);
    assertThat(config.store().loadAfter()).isTrue();
    assertThat(config.database().statementsName()).contains("other");
    assertThat(reader.warnings()).allMatch(warning -> warning.matches("[^:]+:\\d+:\\d+: .*"));
    assertThat(reader.warnings())
        .extracting(warning -> warning.replaceFirst("^[^:]+:\\d+:\\d+: ", ""))
        .containsExactlyInAnyOrder(
            "backend: csv_file is now called csv; both are understood",
            "num_batches is now called num_xapi_batches; both are understood",
            "csv_load_from_s3_after is now called load_from_s3_after; both are understood",
            "event_table_name is not used any more; remove it");
  }

  @Test
  void theEnvironmentWinsOverSecretsOfTheFile() {
    GenerationConfig config =
        reader(
                Map.of(
                    "XAPI_DB_LOAD_CLICKHOUSE_PASSWORD", "",
                    "XAPI_DB_LOAD_AWS_SECRET_ACCESS_KEY", "s"))
            .read(bytes(GOOD + "db_password: inside\n"), Optional.empty());
    assertThat(config.database().password()).isEmpty();
    assertThat(config.store().secret()).isEqualTo("s");
    assertThat(config.toString()).doesNotContain("inside");
  }

  @Test
  void datesMayBeRelativeAndPortsAskForTls() {
    GenerationConfig config =
        read(
            GOOD.replace("2025-01-01", "today - 1y").replace("2026-01-01", "today")
                + "db_port: 8443\nseed: -5\n");
    assertThat(config.world().endDay()).isEqualTo(LocalDate.parse("2026-03-01").toEpochDay());
    assertThat(config.world().startDay()).isEqualTo(LocalDate.parse("2025-03-01").toEpochDay());
    assertThat(config.database().secure()).isTrue();
    assertThat(config.world().seed()).isEqualTo(-5);
  }

  @Test
  void weightsChangeTheMix() {
    GenerationConfig config =
        read(GOOD + "statement_weights: {BlockCompleted: 100, LinkClicked: 0}\n");
    assertThat(config.statements().mix().share(StatementType.BLOCK_COMPLETED))
        .isEqualTo(100 / 199.999, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(config.statements().mix().share(StatementType.LINK_CLICKED)).isZero();
    assertThat(config.fingerprint()).isNotEqualTo(read(GOOD).fingerprint());
  }

  @Test
  void theSliceOfTheCommandLineWins() {
    GenerationConfig config =
        reader(Map.of()).read(bytes(GOOD + "slice: 1/4\n"), Slice.parse("3/8"));
    assertThat(config.output().slice()).isEqualTo(new Slice(3, 8));
  }
}
