package org.openedx.devdata.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementIdsTest {

  private final StatementIds ids = new StatementIds("http://localhost:18000");
  private final StatementData data = new StatementData();

  StatementIdsTest() {
    UUID account = UUID.fromString("32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb");
    data.accountHigh = account.getMostSignificantBits();
    data.accountLow = account.getLeastSignificantBits();
  }

  @Test
  void hashesVerbActorAndTime() {
    data.type = StatementType.REGISTERED;
    assertThat(idAt("2020-07-15T06:36:01.917775+00:00"))
        .isEqualTo("bb946682-b0b9-5dc2-a17c-605ef5833c98");
  }

  @Test
  void hashesTheTimeAsItIsWritten() {
    data.type = StatementType.BLOCK_COMPLETED;
    assertThat(idAt("2023-08-22T20:16:25.500832Z"))
        .isEqualTo("88e13618-29ec-5b75-9de7-e2e220af1728");
  }

  @Test
  void followsAChangeOfActor() {
    data.type = StatementType.REGISTERED;
    String first = idAt("2020-07-15T06:36:01.917775+00:00");
    data.accountLow++;
    assertThat(idAt("2020-07-15T06:36:01.917775+00:00")).isNotEqualTo(first);
  }

  private String idAt(String time) {
    byte[] text = time.getBytes(StandardCharsets.US_ASCII);
    ids.identify(data, text, text.length);
    return new UUID(data.idHigh, data.idLow).toString();
  }
}
