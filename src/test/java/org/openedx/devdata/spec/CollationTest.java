package org.openedx.devdata.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollationTest {

  @ParameterizedTest
  @CsvSource({"anna,ANNA", "andré,Andre", "'anna ',anna", "ﬁn,FIN", "ｗｉｄｅ,wide", "straße,STRASSE"})
  void equalInTheDatabase(String left, String right) {
    assertThat(Collation.fold(left)).isEqualTo(Collation.fold(right));
  }

  @ParameterizedTest
  @CsvSource({"anna,ann", "' anna',anna", "a_b,a-b", "o,0", "i,l"})
  void differentInTheDatabase(String left, String right) {
    assertThat(Collation.fold(left)).isNotEqualTo(Collation.fold(right));
  }
}
