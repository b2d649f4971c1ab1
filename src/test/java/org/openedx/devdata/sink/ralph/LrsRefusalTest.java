package org.openedx.devdata.sink.ralph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.testing.lrs.LrsFault;
import org.openedx.devdata.world.dump.DumpTable;

/** Answers of a store that no further try would change. */
class LrsRefusalTest extends LrsDeliveries {

  @Test
  void wrongPasswordEndsTheRunAtOnce() {
    assertThatThrownBy(() -> deliver(courier(lrs.url(), "wrong"), LrsBatches.batch("a", 0, 10)))
        .isInstanceOfSatisfying(
            DeliveryException.class, e -> assertThat(e.verdict()).isEqualTo(Verdict.HOPELESS))
        .hasMessageContaining("refused the login (401: Invalid authentication credentials)")
        .hasMessageContaining("check lrs_username and lrs_password");
    assertThat(pauses).isEmpty();
  }

  @Test
  void aStoreWithoutUsersEndsTheRunAtOnce() throws Exception {
    lrs.fail(LrsFault.FORBIDDEN);
    assertThatThrownBy(() -> deliver(LrsBatches.batch("a", 0, 10)))
        .hasMessageContaining("refused the login (403: Credentials file not found)");
    assertThat(lrs.posts()).isEqualTo(1);
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void wrongPasswordIsFoundBeforeAnythingIsMade() {
    assertThatThrownBy(() -> courier(lrs.url(), "wrong").open(DumpTable.XAPI))
        .hasMessageContaining("check lrs_username and lrs_password");
    courier().open(DumpTable.XAPI);
    assertThat(lrs.posts()).isZero();
  }

  @Test
  void addressOfTheServerAloneIsFoundBeforeAnythingIsMade() {
    assertThatThrownBy(
            () -> courier(lrs.url().resolve("/"), LrsDouble.PASSWORD).open(DumpTable.XAPI))
        .hasMessageContaining("is no statements resource (404)")
        .hasMessageContaining("http://HOST:8100/xAPI/statements");
  }

  @Test
  void anotherResourceOfTheStoreEndsTheRunAtOnce() throws Exception {
    lrs.fail(LrsFault.METHOD_NOT_ALLOWED);
    assertThatThrownBy(() -> deliver(LrsBatches.batch("a", 0, 10)))
        .hasMessageContaining("is no statements resource (405)");
    assertThat(lrs.posts()).isEqualTo(1);
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void redirectSaysWhereTo() {
    lrs.fail(LrsFault.REDIRECT);
    assertThatThrownBy(() -> deliver(LrsBatches.batch("a", 0, 10)))
        .hasMessageContaining(
            "leads to 'https://elsewhere.example/xAPI/statements'; give that as lrs_url");
  }

  @Test
  void anotherStatementWithTheSameIdIsNamed() throws InterruptedException {
    deliver(LrsBatches.batch("a", 0, 10));
    Batch other = LrsBatches.of("b", LrsBatches.statement(7, "https://lms.example.org/other"));

    assertThatThrownBy(() -> deliver(other))
        .hasMessageContaining("holds another statement with the same id")
        .hasMessageContaining(LrsBatches.id(7))
        .hasMessageContaining("use another seed");
    assertThat(lrs.statements()).hasSize(10);
  }

  @Test
  void sameIdTwiceInABatchIsNotTriedAgain() {
    String statement = LrsBatches.statement(1, "https://lms.example.org/course/1");
    assertThatThrownBy(() -> deliver(LrsBatches.of("a", statement, statement)))
        .hasMessageContaining("Duplicate statement IDs in the list of statements");
    assertThat(lrs.posts()).isEqualTo(1);
  }

  @Test
  void statementThatIsRefusedIsNamedWithWhatIsWrong() {
    lrs.ofVersionFour();
    String[] statements = new String[150];
    for (int n = 0; n < 150; n++) {
      String object = n == 120 ? "block-v1:a+b+c+type@sequential+block@d" : "http://a.example/" + n;
      statements[n] = LrsBatches.statement(n, object);
    }

    assertThatThrownBy(() -> deliver(LrsBatches.of("a", statements)))
        .hasMessageContaining("refused statement " + LrsBatches.id(120))
        .hasMessageContaining("verb http://adlnet.gov/expapi/verbs/registered")
        .hasMessageContaining("object block-v1:a+b+c+type@sequential+block@d")
        .hasMessageContaining("object.id: invalid or missing URL scheme")
        .hasMessageContaining("statement_weights");
    assertThat(lrs.statements()).hasSize(100);
  }

  @Test
  void deepestComplaintIsTheOneThatIsTold() {
    Batch batch = LrsBatches.of("a", LrsBatches.statement(1, "http://a.example/", "localhost"));
    assertThatThrownBy(() -> deliver(batch))
        .hasMessageContaining("account.homePage: Value error, 'localhost' is not a valid 'IRI'.");
  }

  @Test
  void statementsThatAreLeftOutWithA200AreNotLostInSilence() {
    lrs.storingWhatItCan();
    Batch batch =
        LrsBatches.of(
            "a",
            LrsBatches.statement(1, "http://a.example/"),
            LrsBatches.statement(2, "http://a.example/", "localhost"));
    assertThatThrownBy(() -> deliver(batch))
        .hasMessageContaining("left out 1 statement; first statement " + LrsBatches.id(2));
    assertThat(lrs.statements()).hasSize(1);
  }
}
