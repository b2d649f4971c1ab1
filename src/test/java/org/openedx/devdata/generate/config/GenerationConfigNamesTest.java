package org.openedx.devdata.generate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openedx.devdata.generate.config.ConfigTexts.DIALECT_3;
import static org.openedx.devdata.generate.config.ConfigTexts.problems;
import static org.openedx.devdata.generate.config.ConfigTexts.read;
import static org.openedx.devdata.generate.config.ConfigTexts.reader;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of keys and forms of values that older dialects have. */
public class GenerationConfigNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "num_batches | num_xapi_batches | num_batches is now called num_xapi_batches",
        "csv_load_from_s3_after | load_from_s3_after | csv_load_from_s3_after is now called load_from_s3_after"
      })
  void anOldNameWorksAndIsToldOnce(String old, String name, String warning) {
    GenerationConfigReader reader = reader(Map.of());
    reader.read(
        ("backend: csv\n" + DIALECT_3.replaceAll("(?m)^" + name + ":", old + ":"))
            .getBytes(StandardCharsets.UTF_8),
        Optional.empty());

    assertThat(reader.warnings()).filteredOn(line -> line.contains(": " + warning)).hasSize(1);
    assertThat(problems("backend: csv\n" + DIALECT_3 + old + ": 1\n"))
        .anyMatch(told -> told.contains("are two spellings of one key in load-db; keep \"" + name));
  }

  @Test
  void keysThatMeanNothingAnyMoreAreTold() {
    GenerationConfigReader reader = reader(Map.of());
    reader.read(
        ("backend: csv\n" + DIALECT_3 + "event_table_name: xapi_events_all_parsed\n")
            .getBytes(StandardCharsets.UTF_8),
        Optional.empty());

    assertThat(String.join("\n", reader.warnings()))
        .contains(
            ": num_workers is not used any more; see threads",
            ": event_table_name is not used any more; remove it");
  }

  @Test
  void theRawTableOfTheOldDialectIsHeeded() {
    assertThat(read("backend: csv\n" + DIALECT_3 + "event_raw_table_name: raw\n").database())
        .extracting(GenerationConfig.Database::rawTable)
        .isEqualTo("raw");
  }

  @ParameterizedTest
  @CsvSource({"443, true", "8443, true", "9440, true", "8123, false", "4431, false"})
  void portsAskForTlsUnlessAKeySaysOtherwise(int port, boolean secure) {
    String text = "backend: csv\n" + DIALECT_3.replace("db_port: 8123", "db_port: " + port);
    assertThat(read(text).database().secure()).isEqualTo(secure);
    assertThat(read(text + "db_secure: " + !secure + "\n").database().secure()).isEqualTo(!secure);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-01-01 10:00:00, 2014-01-01",
    "2014-01-01T23:59:59Z, 2014-01-01",
    "today, 2026-03-01",
    "today - 30d, 2026-01-30"
  })
  void datesMayHaveTimes(String text, LocalDate day) {
    String config =
        ("backend: csv\n" + DIALECT_3)
            .replace("start_date: 2014-01-01", "start_date: " + text)
            .replace("end_date: 2014-11-27", "end_date: 2027-01-01");
    assertThat(read(config).world().startDay()).isEqualTo(day.toEpochDay());
  }
}
