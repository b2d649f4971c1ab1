package org.openedx.devdata.sink.ralph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openedx.devdata.sink.delivery.Batch;
import org.openedx.devdata.sink.delivery.DeliveryException;
import org.openedx.devdata.sink.delivery.DeliveryException.Verdict;
import org.openedx.devdata.sink.delivery.DeliveryPolicy;
import org.openedx.devdata.sink.delivery.DeliveryQueue;
import org.openedx.devdata.sink.delivery.DeliveryTotals;
import org.openedx.devdata.sink.delivery.FailedBatches;
import org.openedx.devdata.testing.lrs.LrsDouble;
import org.openedx.devdata.testing.lrs.LrsFault;
import org.openedx.devdata.world.dump.DumpTable;

/** What becomes of batches when the store answers in each of its ways. */
class LrsCourierTest {

  @TempDir private Path folder;
  private LrsDouble lrs;
  private FailedBatches failed;
  private final ConcurrentLinkedQueue<String> warnings = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void start() throws IOException {
    lrs = new LrsDouble();
    failed = new FailedBatches(folder.resolve("failed"), Map.of());
  }

  @AfterEach
  void stop() {
    lrs.close();
  }

  private LrsCourier courier() {
    return courier(lrs.url(), LrsDouble.PASSWORD);
  }

  private static LrsCourier courier(URI url, String password) {
    return new LrsCourier(
        new LrsSettings(url, LrsDouble.USER, password, Duration.ofSeconds(1), 100));
  }

  private DeliveryTotals deliver(Batch... batches) throws InterruptedException {
    return deliver(courier(), batches);
  }

  private DeliveryTotals deliver(LrsCourier courier, Batch... batches) throws InterruptedException {
    try (DeliveryQueue queue =
        new DeliveryQueue(
            courier, DeliveryPolicy.DEFAULT.withInFlight(4), failed, warnings::add, pauses::add)) {
      for (Batch batch : batches) {
        queue.submit(batch, new Silent());
      }
      return queue.finish();
    }
  }

  private static final class Silent implements DeliveryQueue.Outcome {
    @Override
    public void delivered(long bytes) {}

    @Override
    public void kept(Path file, String reason) {}
  }

  private List<String> ids() {
    return lrs.statements().stream().map(statement -> statement.get("id").asText()).toList();
  }

  @Test
  void statementsArriveAsTheyWereWritten() throws InterruptedException {
    DeliveryTotals totals = deliver(LrsBatches.batch("a", 1, 3));

    assertThat(totals.rows()).isEqualTo(2);
    assertThat(totals.bytes()).isGreaterThan(2 * 250);
    assertThat(ids()).containsExactly(LrsBatches.id(1), LrsBatches.id(2));
    JsonNode second = lrs.statements().get(1);
    assertThat(second.at("/actor/account/name").asText()).isEqualTo("Zoë 2");
    assertThat(second.at("/object/id").asText()).isEqualTo("https://lms.example.org/course/2");
  }

  @Test
  void batchIsPostedInRequestsOfTheSizeThatWasAskedFor() throws InterruptedException {
    deliver(LrsBatches.batch("a", 0, 250));

    assertThat(lrs.posts()).isEqualTo(3);
    assertThat(lrs.largestPost()).isEqualTo(100);
    assertThat(lrs.statements()).hasSize(250);
  }

  @Test
  void severalRequestsAreUnderWayAtOnce() throws InterruptedException {
    lrs.waitingFor(4); // Would wait for ever if they came one after the other.
    deliver(
        LrsBatches.batch("a", 0, 10),
        LrsBatches.batch("b", 10, 20),
        LrsBatches.batch("c", 20, 30),
        LrsBatches.batch("d", 30, 40));

    assertThat(lrs.mostAtOnce()).isEqualTo(4);
    assertThat(lrs.statements()).hasSize(40);
  }

  @Test
  void equalDuplicatesAreDelivered() throws InterruptedException {
    deliver(LrsBatches.batch("a", 0, 10));
    DeliveryTotals all = deliver(LrsBatches.batch("a", 0, 10));
    DeliveryTotals some = deliver(LrsBatches.batch("b", 5, 15));

    assertThat(all.rows()).isEqualTo(10);
    assertThat(some.rows()).isEqualTo(10);
    assertThat(lrs.statements()).hasSize(15);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CANNOT_WRITE",
        "WRITES_HALF",
        "BAD_GATEWAY",
        "UNAVAILABLE",
        "GATEWAY_TIMEOUT",
        "TOO_MANY_REQUESTS",
        "BREAKS_BEFORE",
        "BREAKS_AFTER",
        "HANGS"
      })
  void whatPassesIsTriedAgainAndStoredOnce(LrsFault fault) throws InterruptedException {
    lrs.fail(fault, fault);
    DeliveryTotals totals = deliver(LrsBatches.batch("a", 0, 10));

    assertThat(totals.retries()).isEqualTo(2);
    assertThat(totals.isComplete()).isTrue();
    assertThat(lrs.statements()).hasSize(10);
    assertThat(List.copyOf(pauses)).hasSize(2).isSorted();
    assertThat(warnings).hasSize(2).allMatch(line -> line.startsWith("batch a-xapi-0: try "));
  }

  @Test
  void onlyWhatHasNotArrivedIsPostedAgain() throws InterruptedException {
    lrs.fail(LrsFault.NONE, LrsFault.UNAVAILABLE);
    deliver(LrsBatches.batch("a", 0, 250));

    assertThat(lrs.posts()).isEqualTo(4);
    assertThat(lrs.statements()).hasSize(250);
  }

  @Test
  void batchThatIsNotTakenIsKeptAndCanBeSentLater() throws Exception {
    lrs.fail(DeliveryPolicy.DEFAULT.attempts(), LrsFault.UNAVAILABLE);
    DeliveryTotals totals = deliver(LrsBatches.batch("a", 0, 10));

    assertThat(totals.failedRows()).isEqualTo(10);
    assertThat(lrs.statements()).isEmpty();
    assertThat(failed.list()).hasSize(1);

    assertThat(deliver(failed.list().get(0)).rows()).isEqualTo(10);
    assertThat(ids()).hasSize(10).contains(LrsBatches.id(9));
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void storeThatIsNotThereIsTriedAgain() throws Exception {
    URI nobody = lrs.url();
    lrs.close();
    DeliveryTotals totals =
        deliver(courier(nobody, LrsDouble.PASSWORD), LrsBatches.batch("a", 0, 10));

    assertThat(totals.retries()).isEqualTo(DeliveryPolicy.DEFAULT.attempts() - 1);
    assertThat(failed.list()).hasSize(1);
    assertThat(warnings.peek()).contains("LRS " + nobody + " (user ralph) cannot be reached");
  }

  @Test
  void requestThatIsTooLargeIsHalvedAndSoAreThoseAfterIt() throws InterruptedException {
    lrs.atMostBytes(30 * 300);
    deliver(courier(), LrsBatches.batch("a", 0, 200));

    assertThat(lrs.statements()).hasSize(200);
    assertThat(lrs.largestPost()).isEqualTo(25);
    assertThat(lrs.posts()).isEqualTo(8);
  }

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
  void aStoreThatIsIllIsToldWithWhereToLook() throws InterruptedException {
    lrs.fail(LrsFault.CANNOT_WRITE);
    deliver(LrsBatches.batch("a", 0, 10));
    assertThat(warnings.peek())
        .endsWith(
            "answered 500: Statements bulk indexation failed; see its log, or that of a proxy"
                + " before it");
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
