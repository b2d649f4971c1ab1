package org.openedx.devdata.service.aspects.derived;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookBackTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "t > (now() - toIntervalDay(1)) | t > (toDateTime(0))",
        "t > (now64(6) - toIntervalMinute(90)) | t > (toDateTime64(0, 6))",
        "t > subtractDays(now(), 1) | t > toDateTime(0)",
        "t > (today() - 1) | t > (toDate(0))",
        "t > toStartOfDay(NOW('UTC') - toIntervalWeek(2)) | t > toStartOfDay(toDateTime(0))"
      })
  void aLimitByTheClockIsRemoved(String with, String without) {
    String query = "SELECT a, now() AS computed_at FROM x.y WHERE ";
    assertThat(LookBack.in(query + with)).isTrue();
    assertThat(LookBack.removed(query + with)).contains(query + without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM x.y WHERE dateDiff('day', t, now()) <= 1",
        "SELECT a FROM x.y WHERE t + toIntervalDay(1) > now()",
        "SELECT a FROM x.y WHERE t >= yesterday()",
        "WITH now() AS n SELECT a FROM x.y WHERE t > (n - toIntervalDay(1))",
        "SELECT a, now() AS n FROM x.y WHERE dateDiff('day', t, n) <= 1",
        "SELECT if(t > now(), a, b) AS c FROM x.y"
      })
  void anotherUseOfTheClockIsNotGuessed(String query) {
    assertThat(LookBack.in(query)).isTrue();
    assertThat(LookBack.removed(query)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM x.y",
        "SELECT a, now() AS computed_at FROM x.y",
        "SELECT now64(6) AS computed_at, toDateTime(now(), 'UTC') AS b, a FROM x.y",
        "SELECT a, computed_at FROM (SELECT a, now() AS computed_at FROM x.y)",
        "SELECT a FROM x.y WHERE b = 'now() - toIntervalDay(1)' AND c = 'it\\'s now()'",
        "SELECT snow() AS a, renow, known FROM x.y"
      })
  void whatDoesNotSelectByTheClockStays(String query) {
    assertThat(LookBack.in(query)).isFalse();
    assertThat(LookBack.removed(query)).contains(query);
  }

  @Test
  void textsBetweenQuotesStay() {
    assertThat(LookBack.removed("SELECT 'now() - 1' AS a, now() - 1 AS b FROM x.y"))
        .contains("SELECT 'now() - 1' AS a, toDateTime(0) AS b FROM x.y");
  }
}
