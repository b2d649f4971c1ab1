package org.openedx.devdata.embedded.clickhouse.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.embedded.clickhouse.engine.ChdbException;

class GuardedValuesTest {

  private static String through(String data) throws IOException {
    try (GuardedValues guarded =
        new GuardedValues(new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)))) {
      return new String(guarded.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void dataIsHandedOnUnchanged() throws IOException {
    StringBuilder data = new StringBuilder();
    Random random = new Random(1);
    while (data.length() < 500_000) {
      data.append("('it\\'s file(''x'') é', ")
          .append(random.nextInt())
          .append(", now(), 'y")
          .append("-".repeat(random.nextInt(3000)))
          .append("', $$ file('x') $$),\n");
    }
    assertThat(through(data.toString())).isEqualTo(data.toString());
    assertThat(through("")).isEmpty();
    assertThat(through("('unfinished")).isEqualTo("('unfinished");
  }

  @Test
  void callIsSeenWhereverAChunkEnds() {
    for (int before = 65_500; before < 65_560; before++) {
      String padding = "(" + "1".repeat(before) + ", ";
      assertThatThrownBy(() -> through(padding + "file('x'))"))
          .isInstanceOf(ChdbException.class)
          .hasMessageContaining("ACCESS_DENIED");
      assertThatThrownBy(() -> through("($$" + padding + "' $$, file /* ' */ ('x'), $$ ' $$)"))
          .isInstanceOf(ChdbException.class);
    }
  }
}
