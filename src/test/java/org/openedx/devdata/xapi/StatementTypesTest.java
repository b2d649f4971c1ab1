package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The types of statement, and what the documentation and an example say of them. */
class StatementTypesTest {

  private static List<String> words(Path file, String pattern) throws IOException {
    List<String> words = new ArrayList<>();
    Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .forEach(found -> words.add(found.group(1)));
    return words;
  }

  private static String weight(StatementType type) {
    return BigDecimal.valueOf(type.defaultWeight()).stripTrailingZeros().toPlainString();
  }

  @Test
  void theDocumentationListsEachWithItsWeight() throws IOException {
    Path page = Path.of("docs/load-db.md");
    String text = Files.readString(page);
    StatementType.weighable()
        .forEach(
            type ->
                assertThat(text)
                    .contains(
                        type.defaultWeight() > 0
                            ? "`" + type.configName() + "` | " + weight(type) + " |"
                            : "`" + type.configName() + "`"));
    assertThat(words(page, "`([A-Z][A-Za-z]+)` \\| [0-9.]+ \\|"))
        .allMatch(name -> StatementType.named(name).isPresent())
        .hasSize(21);
  }

  @Test
  void anExampleGivesWeightToEachThatHasNone() throws IOException {
    List<String> without =
        StatementType.weighable()
            .filter(type -> type.defaultWeight() == 0)
            .map(StatementType::configName)
            .toList();
    assertThat(words(Path.of("example_configs/all_types.yaml"), "(?m)^  ([A-Z]\\w+): [0-9.]+$"))
        .containsExactlyElementsOf(without);
  }

  @Test
  void theWeightsOfThePeerSumToAHundred() {
    double sum = StatementType.weighable().mapToDouble(StatementType::defaultWeight).sum();
    assertThat(sum).isCloseTo(100, within(1e-9));
    assertThat(StatementType.weighable().filter(type -> type.defaultWeight() > 0)).hasSize(21);
  }
}
