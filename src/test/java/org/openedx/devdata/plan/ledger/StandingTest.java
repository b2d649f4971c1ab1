package org.openedx.devdata.plan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that a reset takes by what is known of them. */
class StandingTest {

  /** A row of others, or one that was there before, is never taken; without a ledger specs rule. */
  @ParameterizedTest
  @CsvSource({
    "CREATED, true, true",
    "ADOPTED, false, false",
    "CLAIMED, false, false",
    "UNRECORDED, true, false"
  })
  void aResetTakesWhatIsTheSpecsAlone(Standing.Origin origin, boolean goes, boolean created) {
    Standing standing = new Standing(origin, "");

    assertThat(standing.goes()).isEqualTo(goes);
    assertThat(standing.isCreated()).isEqualTo(created);
  }

  @Test
  void withoutALedgerEveryRowOfASpecIsItsOwn() {
    ServiceLedger none = Ledger.NONE.of("lms");

    assertThat(none.standing(null, null).goes()).isTrue();
    assertThat(none.isStill(null, null)).isTrue();
    assertThat(none.follows(null, 1L)).as("no load is known to have made it").isFalse();
    assertThat(none.unspecified(kind -> true)).isEmpty();
  }
}
