package org.openedx.devdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of packages is read as people read it. */
class UseTableTest {

  @TempDir private Path folder;

  @Test
  void rowsSpeakForPackagesWithinUnlessThoseHaveTheirOwn() throws IOException {
    UseTable table =
        UseTable.of(
            Files.writeString(
                folder.resolve("page.md"),
                """
                | package | what lives there | may use |
                |---|---|---|
                | `top` | commands in `rooms` | everything |
                | `shop` | a service | `plan` (its `Face`), `leaf` |
                | `shop.door` | its door | `leaf` |
                | `plan`, `leaf` | leaves | nothing |
                """));

    assertThat(table.allows("top.room", "shop")).isTrue();
    assertThat(table.allows("shop.inner", "plan.engine")).isTrue();
    assertThat(table.allows("shop.inner", "shop")).isTrue();
    assertThat(table.allows("shop", "shop.door")).isFalse();
    assertThat(table.allows("shop.door.step", "plan")).isFalse();
    assertThat(table.allows("leaf", "plan")).isFalse();
    assertThat(table.row("new")).isEmpty();
    assertThat(table.allows("new", "leaf")).isFalse();
  }
}
