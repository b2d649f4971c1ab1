package org.openedx.devdata.service.lms.userstate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageSizeTest {

  private static List<StoredState> page(int rows, int characters) {
    StoredState row =
        new StoredState(1, "ada", "block", "course", "problem", "x".repeat(characters), null);
    return Collections.nCopies(rows, row);
  }

  @Test
  void pagesOfShortStatesGrowStepByStep() {
    PageSize size = new PageSize(20_000);
    assertThat(size.rows()).isEqualTo(500);

    size.learn(page(500, 50));
    assertThat(size.rows()).isEqualTo(2_000);
    size.learn(page(2_000, 50));
    size.learn(page(8_000, 50));
    assertThat(size.rows()).isEqualTo(20_000);
  }

  @Test
  void pagesOfLongStatesStayBelowTheSameNumberOfCharacters() {
    PageSize size = new PageSize(20_000);

    size.learn(page(500, 39_850));
    assertThat(size.rows()).isEqualTo(100);
    size.learn(page(100, 4_000_000));
    assertThat(size.rows()).isEqualTo(50);
  }

  @Test
  void anEmptyPageTeachesNothing() {
    PageSize size = new PageSize(20_000);

    size.learn(List.of());

    assertThat(size.rows()).isEqualTo(500);
  }
}
