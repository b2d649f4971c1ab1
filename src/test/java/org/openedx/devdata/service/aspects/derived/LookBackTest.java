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
        "t > toStartOfDay(NOW('UTC') - toIntervalWeek(2)) | t > toStartOfDay(toDateTime(0))",
        "(today() - 3) <= toDate(t) | (toDate(0)) <= toDate(t)",
        "(a = 1) AND (b OR (t >= toDateTime((now() - 86400), 'UTC'))) | (a = 1) AND (b OR (t >= toDateTime((toDateTime(0)), 'UTC')))",
        "a IN (SELECT a FROM (SELECT 1) WHERE t > (now() - toIntervalDay(1))) | a IN (SELECT a FROM (SELECT 1) WHERE t > (toDateTime(0)))"
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
        "SELECT if(t > now(), a, b) AS c FROM x.y",
        "SELECT a FROM x.y WHERE t < (now() - toIntervalHour(1))",
        "SELECT a FROM x.y WHERE (now() - toIntervalHour(1)) >= t",
        "SELECT a FROM x.y WHERE toDate(t) = (today() - 1)",
        "SELECT a FROM x.y WHERE toDate(t) IN (today() - 1, today() - 2)",
        "SELECT a FROM x.y WHERE toStartOfDay(t) = toStartOfDay(now() - toIntervalDay(1))",
        "SELECT a FROM x.y WHERE (t >= (today() - 2)) AND (t <= (today() - 1))",
        "SELECT a FROM x.y WHERE NOT (t > (now() - toIntervalDay(1)))",
        "SELECT a FROM x.y WHERE not(t > (now() - toIntervalDay(1)))",
        "SELECT a FROM x.y WHERE if(t > (now() - toIntervalDay(1)), 0, 1)",
        "SELECT a FROM x.y WHERE a NOT IN (SELECT a FROM x.y WHERE t > (now() - toIntervalDay(1)))",
        "SELECT a FROM x.y WHERE dateDiff('day', now() - toIntervalDay(1), t) = 0",
        "SELECT a FROM x.y EXCEPT SELECT a FROM x.y WHERE t > (now() - toIntervalDay(1))",
        "SELECT a, t > (now() - toIntervalDay(1)) AS b FROM x.y",
        "SELECT sumIf(a, t > (now() - toIntervalDay(1))) AS b FROM x.y",
        "SELECT a FROM x.y WHERE (-t) < (-(now() - toIntervalDay(1)))",
        "SELECT a FROM x.y WHERE t > nowInBlock64()"
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
    assertThat(LookBack.removed("SELECT 'now() - 1' AS a FROM x.y WHERE t > now() - 1"))
        .contains("SELECT 'now() - 1' AS a FROM x.y WHERE t > toDateTime(0)");
  }
}
