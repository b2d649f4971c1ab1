package org.openedx.devdata.embedded.clickhouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChdbExceptionTest {

  @Test
  void codeAndTextAreTakenApart() {
    ChdbException e =
        ChdbException.parse("Code: 60. DB::Exception: Table t does not exist. (UNKNOWN_TABLE)");
    assertThat(e.code()).isEqualTo(60);
    assertThat(e).hasMessage("Table t does not exist. (UNKNOWN_TABLE)");
  }

  @Test
  void repeatedPrefixIsToldOnce() {
    ChdbException e =
        ChdbException.parse(
            "Code: 73. DB::Exception: Code: 73. DB::Exception: Unknown format. (UNKNOWN_FORMAT)");
    assertThat(e.wireText("26.7"))
        .isEqualTo("Code: 73. DB::Exception: Unknown format. (UNKNOWN_FORMAT) (version 26.7)\n");
  }

  @Test
  void otherTextIsALogicalError() {
    assertThat(ChdbException.parse("Invalid or closed connection").code()).isEqualTo(49);
  }
}
