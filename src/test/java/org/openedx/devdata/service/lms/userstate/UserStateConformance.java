package org.openedx.devdata.service.lms.userstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.LibraryKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.service.lms.userstate.json.StateJson;

/**
 * What every store of learner state must do. Extend it, give it a {@link StateStand} on an empty
 * store, and it checks that store's client against all behaviours of the platform's.
 */
@SuppressWarnings("resource") // Streams of the client hold nothing.
public abstract class UserStateConformance {

  protected static final CourseKey COURSE = CourseKey.parse("course-v1:edX+DemoX+2026");
  protected static final CourseKey OTHER_COURSE = CourseKey.parse("course-v1:edX+DemoX+2027");
  protected static final UsageKey B0 = COURSE.block("problem", "b0");
  protected static final UsageKey B1 = COURSE.block("problem", "b1");
  protected static final UsageKey B1000 = OTHER_COURSE.block("problem", "b1000");
  protected static final UsageKey B1001 = OTHER_COURSE.block("problem", "b1001");
  protected static final UsageKey VIDEO = COURSE.block("video", "v0");

  private StateStand stand;
  private UserStateClient client;

  /** An empty store. */
  protected abstract StateStand open() throws Exception;

  @BeforeEach
  void openStand() throws Exception {
    stand = open();
    client = stand.client();
    List.of("u0", "u1", "u2").forEach(stand::addUser);
  }

  @AfterEach
  void closeStand() {
    if (stand != null) {
      stand.close();
    }
  }

  /** The store of the running test. */
  protected StateStand stand() {
    return stand;
  }

  protected static ObjectNode json(String text) {
    return StateJson.parse(text.replace('\'', '"'));
  }

  private static String text(ObjectNode state) {
    return StateJson.write(state).replace('"', '\'');
  }

  protected String get(String user, UsageKey block, String... fields) {
    Fields wanted = fields.length == 0 ? Fields.ALL : Fields.named(fields);
    return text(client.get(user, block, wanted, Scope.USER_STATE).state());
  }

  protected void set(String user, UsageKey block, String state) {
    client.set(user, block, json(state));
  }

  protected void assertNoState(String user, UsageKey block) {
    assertThatThrownBy(() -> client.get(user, block))
        .isInstanceOf(UserStateException.DoesNotExist.class)
        .hasMessage("user '" + user + "' has no state in block '" + block + "'");
  }

  private static List<String> lines(Stream<UserState> entries) {
    return entries
        .map(entry -> entry.username() + " " + entry.block().blockId() + " " + text(entry.state()))
        .toList();
  }

  protected List<String> history(String user, UsageKey block) {
    return client
        .getHistory(user, block)
        .map(version -> version.state().map(UserStateConformance::text).orElse("none"))
        .toList();
  }

  private void assertNoHistory(String user, UsageKey block) {
    Iterator<StateVersion> versions = client.getHistory(user, block).iterator();
    assertThatThrownBy(versions::hasNext)
        .isInstanceOf(UserStateException.DoesNotExist.class)
        .hasMessage("user '" + user + "' has no recorded version in block '" + block + "'");
  }

  private StateStand.Stored stored(String user, UsageKey block) {
    return stand.stored(user, block).orElseThrow();
  }

  // The table of the reference, in its order.

  @Test
  void whatWasSetIsGot() {
    set("u0", B0, "{'a': 'b'}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 'b'}");
  }

  @Test
  void settingLaysOverWhatIsStored() {
    set("u0", B0, "{'a': 'b'}");
    set("u0", B0, "{'b': 'c'}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 'b', 'b': 'c'}");
  }

  @Test
  void onlyTheNamedFieldsAreGot() {
    set("u0", B0, "{'a': 'b', 'b': 'c'}");

    assertThat(get("u0", B0, "a")).isEqualTo("{'a': 'b'}");
    assertThat(get("u0", B0, "b")).isEqualTo("{'b': 'c'}");
    assertThat(get("u0", B0, "a", "b")).isEqualTo("{'a': 'b', 'b': 'c'}");
  }

  @Test
  void theStateOfAnotherUserIsNotSeen() {
    set("u1", B0, "{}");

    assertNoState("u0", B0);
  }

  @Test
  void blocksHaveTheirOwnState() {
    set("u0", B0, "{'a': 'b'}");
    set("u0", B1, "{'b': 'c'}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 'b'}");
    assertThat(get("u0", B1)).isEqualTo("{'b': 'c'}");
  }

  @Test
  void manyBlocksAreSetAndGotAtOnce() {
    client.setMany("u0", Map.of(B0, json("{'a': 'b'}"), B1, json("{'b': 'c'}")));

    List<UserState> entries = client.getMany("u0", List.of(B0, B1)).toList();

    assertThat(lines(entries.stream()))
        .containsExactlyInAnyOrder("u0 b0 {'a': 'b'}", "u0 b1 {'b': 'c'}");
    assertThat(entries).extracting(UserState::block).containsExactlyInAnyOrder(B0, B1);
    assertThat(entries).extracting(UserState::scope).containsOnly(Scope.USER_STATE);
  }

  @Test
  void deletedStateDoesNotExist() {
    assertNoState("u0", B0);
    set("u0", B0, "{'a': 'b'}");
    assertThat(get("u0", B0)).isEqualTo("{'a': 'b'}");

    client.delete("u0", B0);

    assertNoState("u0", B0);
  }

  @Test
  void stateWhoseLastFieldIsDeletedDoesNotExist() {
    set("u0", B0, "{'a': 'b'}");

    client.delete("u0", B0, Fields.named("a"), Scope.USER_STATE);

    assertNoState("u0", B0);
    assertThat(stored("u0", B0).state()).isEqualTo("{}");
  }

  @Test
  void aFieldIsDeletedFromManyBlocks() {
    client.setMany("u0", Map.of(B0, json("{'a': 'b'}"), B1, json("{'b': 'c'}")));

    client.deleteMany("u0", List.of(B0, B1), Fields.named("a"));

    assertThat(lines(client.getMany("u0", List.of(B0, B1)))).containsExactly("u0 b1 {'b': 'c'}");
  }

  @Test
  void theTimeOfASaveLiesBetweenTheTimesAroundIt() {
    Instant before = stand.time();
    client.setMany("u0", Map.of(B0, json("{'a': 'b'}"), B1, json("{'b': 'c'}")));
    Instant after = stand.time();

    assertThat(client.get("u0", B0).updated()).isAfter(before).isBefore(after);
  }

  @Test
  void anUnusedBlockHasNoHistory() {
    assertNoHistory("u0", B0);
  }

  @Test
  void oneSaveIsOneVersion() {
    set("u0", B0, "{'a': 'b'}");

    assertThat(history("u0", B0)).containsExactly("{'a': 'b'}");
  }

  @Test
  void blocksHaveTheirOwnHistory() {
    set("u0", B0, "{'a': 0}");
    set("u0", B1, "{'a': 1}");

    assertThat(history("u0", B0)).containsExactly("{'a': 0}");
    assertThat(history("u0", B1)).containsExactly("{'a': 1}");
  }

  private void threeUsersInTwoBlocks() {
    for (int n = 0; n < 3; n++) {
      client.setMany("u" + n, Map.of(B0, json("{'a': " + n + "}"), B1, json("{'c': " + n + "}")));
    }
  }

  @Test
  void allUsersOfABlockAreIterated() {
    threeUsersInTwoBlocks();

    assertThat(lines(client.iterAllForBlock(B0)))
        .containsExactlyInAnyOrder("u0 b0 {'a': 0}", "u1 b0 {'a': 1}", "u2 b0 {'a': 2}");
  }

  @Test
  void deletedStateIsNotIterated() {
    threeUsersInTwoBlocks();
    client.delete("u1", B0);

    assertThat(lines(client.iterAllForBlock(B0)))
        .containsExactlyInAnyOrder("u0 b0 {'a': 0}", "u2 b0 {'a': 2}");
  }

  @Test
  void anUnusedCourseGivesNothing() {
    assertThat(client.iterAllForCourse(COURSE)).isEmpty();
  }

  @Test
  void coursesAreIteratedApart() {
    client.setMany("u0", Map.of(B0, json("{'a': 'b'}"), B1001, json("{'c': 'd'}")));

    assertThat(lines(client.iterAllForCourse(COURSE))).containsExactly("u0 b0 {'a': 'b'}");
    assertThat(lines(client.iterAllForCourse(OTHER_COURSE))).containsExactly("u0 b1001 {'c': 'd'}");
  }

  // Scope and users.

  @ParameterizedTest
  @EnumSource(names = "USER_STATE", mode = EnumSource.Mode.EXCLUDE)
  void anyOtherScopeIsRefusedBeforeAnythingIsDone(Scope scope) {
    List<ThrowingCallable> calls =
        List.of(
            () -> client.get("u0", B0, Fields.ALL, scope),
            () -> client.getMany("u0", List.of(B0), Fields.ALL, scope),
            () -> client.set("u0", B0, json("{'a': 1}"), scope),
            () -> client.setMany("u0", Map.of(B0, json("{'a': 1}")), scope),
            () -> client.setAll(List.of(new StateChange("u0", B0, json("{'a': 1}"))), scope),
            () -> client.delete("u0", B0, Fields.ALL, scope),
            () -> client.deleteMany("u0", List.of(B0), Fields.ALL, scope),
            () -> client.getHistory("u0", B0, scope),
            () -> client.iterAllForBlock(B0, scope),
            () -> client.iterAllForCourse(COURSE, Optional.empty(), scope));

    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOf(UserStateException.UnsupportedScope.class)
          .hasMessage("scope '" + scope.word() + "' is not kept here; only 'user_state' is");
    }
    assertThat(stand.stored("u0", B0)).isEmpty();
  }

  @Test
  void settingForAnUnknownUserFails() {
    assertThatThrownBy(() -> set("nobody", B0, "{'a': 1}"))
        .isInstanceOf(UserStateException.NoSuchUser.class)
        .hasMessage("there is no user \"nobody\"; create the account first");
  }

  @Test
  void readingForAnUnknownUserFindsNothing() {
    assertNoState("nobody", B0);
    assertThat(client.getMany("nobody", List.of(B0, B1))).isEmpty();
    assertNoHistory("nobody", B0);
  }

  @Test
  void deletingForAnUnknownUserDoesNothing() {
    assertThatCode(() -> client.delete("nobody", B0)).doesNotThrowAnyException();
  }

  @Test
  void theAnonymousUserChangesNothingAndHasNothing() {
    set(UserStateClient.ANONYMOUS, B0, "{'a': 1}");
    client.delete(UserStateClient.ANONYMOUS, B0);

    assertNoState(UserStateClient.ANONYMOUS, B0);
    assertThat(client.iterAllForBlock(B0)).isEmpty();
  }

  @Test
  void oneUnknownUserStopsTheWholeList() {
    List<StateChange> changes =
        List.of(
            new StateChange("u0", B0, json("{'a': 1}")),
            new StateChange("nobody", B0, json("{'a': 1}")));

    assertThatThrownBy(() -> client.setAll(changes, Scope.USER_STATE))
        .isInstanceOf(UserStateException.NoSuchUser.class);
    assertThat(stand.stored("u0", B0)).isEmpty();
  }

  // NULL and the empty object.

  @Test
  void stateThatWasNeverStoredReadsAsNone() {
    stand.saveScore("u0", B0, 1.0, 2.0);

    assertNoState("u0", B0);
    assertThat(client.getMany("u0", List.of(B0))).isEmpty();
    assertThat(client.iterAllForBlock(B0)).isEmpty();
    assertThat(client.iterAllForCourse(COURSE)).isEmpty();
    assertThat(stored("u0", B0).state()).isNull();
  }

  @Test
  void settingTheEmptyObjectMakesARowThatReadsAsNone() {
    set("u0", B0, "{}");

    assertThat(stored("u0", B0).state()).isEqualTo("{}");
    assertNoState("u0", B0);
    assertThat(client.iterAllForCourse(COURSE)).isEmpty();
    assertThat(history("u0", B0)).containsExactly("none");
  }

  @Test
  void neverStoredAndEmptiedAreListedWithoutStateInHistory() {
    stand.saveScore("u0", B0, 0.0, 2.0);
    set("u0", B0, "{'a': 1}");
    client.delete("u0", B0);

    assertThat(history("u0", B0)).containsExactly("none", "{'a': 1}", "none");
  }

  @Test
  void settingOverStateThatWasNeverStoredTakesItForEmpty() {
    stand.saveScore("u0", B0, 1.0, 2.0);

    set("u0", B0, "{'a': 1}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 1}");
  }

  @Test
  void deletingAllOfWhatWasNeverStoredLeavesTheEmptyObject() {
    stand.saveScore("u0", B0, 1.0, 2.0);

    client.delete("u0", B0);

    assertThat(stored("u0", B0).state()).isEqualTo("{}");
  }

  @Test
  void deletingFieldsOfWhatWasNeverStoredIsAnErrorAndChangesNothing() {
    set("u0", B1, "{'a': 1}");
    stand.saveScore("u0", B0, 1.0, 2.0);

    assertThatThrownBy(() -> client.deleteMany("u0", List.of(B1, B0), Fields.named("a")))
        .isInstanceOf(UserStateException.NeverStored.class)
        .hasMessageContaining("user 'u0' has never stored state in block '" + B0 + "'");
    assertThat(get("u0", B1)).isEqualTo("{'a': 1}");
    assertThat(stored("u0", B0).state()).isNull();
  }

  // Reading.

  @Test
  void aBlockWithoutAnyOfTheNamedFieldsGivesAnEmptyEntry() {
    set("u0", B0, "{'a': 'b'}");

    assertThat(get("u0", B0, "x")).isEqualTo("{}");
    assertThat(client.get("u0", B0, Fields.named(), Scope.USER_STATE).state()).isEmpty();
  }

  @Test
  void anEmptiedBlockGivesNoEntryWhateverFieldsAreNamed() {
    set("u0", B0, "{}");

    assertThat(client.getMany("u0", List.of(B0), Fields.named("a"), Scope.USER_STATE)).isEmpty();
  }

  @Test
  void blocksWithoutStateAreLeftOut() {
    set("u0", B1, "{'a': 1}");

    assertThat(lines(client.getMany("u0", List.of(B0, B1, B1000))))
        .containsExactly("u0 b1 {'a': 1}");
  }

  @Test
  void aBlockThatIsAskedForTwiceIsGivenOnce() {
    set("u0", B0, "{'a': 1}");

    assertThat(client.getMany("u0", List.of(B0, B0))).hasSize(1);
  }

  @Test
  void blocksOfSeveralCoursesAreGotAtOnce() {
    set("u0", B0, "{'a': 1}");
    set("u0", B1000, "{'a': 2}");

    assertThat(lines(client.getMany("u0", List.of(B0, B1000))))
        .containsExactlyInAnyOrder("u0 b0 {'a': 1}", "u0 b1000 {'a': 2}");
  }

  @Test
  void moreBlocksThanOneQueryTakesAreSetAndGot() {
    Map<UsageKey, ObjectNode> states = new LinkedHashMap<>();
    IntStream.range(0, 1_234)
        .forEach(n -> states.put(COURSE.block("problem", "p" + n), json("{'n': " + n + "}")));
    client.setMany("u0", states);

    List<UserState> entries = client.getMany("u0", states.keySet()).toList();

    assertThat(entries).hasSize(1_234);
    assertThat(entries)
        .allSatisfy(entry -> assertThat(entry.state()).isEqualTo(states.get(entry.block())));
  }

  @Test
  void readingNothingGivesNothing() {
    assertThat(client.getMany("u0", List.of())).isEmpty();
    assertThatCode(() -> client.setMany("u0", Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> client.deleteMany("u0", List.of(), Fields.ALL)).doesNotThrowAnyException();
  }

  @Test
  void streamsReadWhenTheyAreConsumed() {
    Stream<UserState> entries = client.getMany("u0", List.of(B0));
    Stream<UserState> ofBlock = client.iterAllForBlock(B0);
    Stream<UserState> ofCourse = client.iterAllForCourse(COURSE);
    Stream<StateVersion> versions = client.getHistory("u0", B0);
    set("u0", B0, "{'a': 1}");

    assertThat(lines(entries)).containsExactly("u0 b0 {'a': 1}");
    assertThat(lines(ofBlock)).containsExactly("u0 b0 {'a': 1}");
    assertThat(lines(ofCourse)).containsExactly("u0 b0 {'a': 1}");
    assertThat(versions).hasSize(1);
  }

  @Test
  void theFirstEntryDoesNotWaitForTheOthers() {
    set("u0", B0, "{'a': 1}");
    set("u1", B0, "{'a': 2}");

    assertThat(client.iterAllForBlock(B0).findFirst()).isPresent();
    assertThat(client.iterAllForCourse(COURSE).limit(1)).hasSize(1);
  }

  @Test
  void writingDuringAnIterationNeitherSkipsNorRepeats() {
    client.setMany(
        "u0",
        IntStream.range(0, 120)
            .boxed()
            .collect(
                java.util.stream.Collectors.toMap(
                    n -> COURSE.block("problem", "p" + n), n -> json("{'n': " + n + "}"))));
    List<String> seen = new ArrayList<>();

    client
        .iterAllForCourse(COURSE)
        .forEach(
            entry -> {
              seen.add(entry.block().blockId());
              set("u0", entry.block(), "{'seen': true}");
            });

    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(get("u0", COURSE.block("problem", "p119"))).isEqualTo("{'n': 119, 'seen': true}");
  }

  @Test
  void aCourseIsIteratedByBlockType() {
    set("u0", B0, "{'a': 1}");
    set("u0", VIDEO, "{'a': 2}");

    assertThat(lines(client.iterAllForCourse(COURSE, Optional.of("video"), Scope.USER_STATE)))
        .containsExactly("u0 v0 {'a': 2}");
    assertThat(client.iterAllForCourse(COURSE, Optional.of("html"), Scope.USER_STATE)).isEmpty();
    assertThat(client.iterAllForCourse(COURSE)).hasSize(2);
  }

  // Writing.

  @Test
  void aNewRowHasTheColumnsOfItsKeyAndNoScore() {
    set("u0", VIDEO, "{'a': 1}");

    assertThat(stored("u0", VIDEO))
        .isEqualTo(
            new StateStand.Stored(
                "{\"a\": 1}", null, null, "na", "video", VIDEO.text(), COURSE.text()));
  }

  @Test
  void scoresAreNotTouched() {
    stand.saveScore("u0", B0, 1.5, 2.0);
    set("u0", B0, "{'grade': 0, 'done': 'x'}");
    client.delete("u0", B0);

    assertThat(stored("u0", B0).grade()).isEqualTo(1.5);
    assertThat(stored("u0", B0).maxGrade()).isEqualTo(2.0);
    assertThat(stored("u0", B0).done()).isEqualTo("na");
  }

  @Test
  void everySaveMovesTheTimeEvenWhenNothingChanges() {
    set("u0", B0, "{'a': 1}");
    Instant first = client.get("u0", B0).updated();

    set("u0", B0, "{'a': 1}");
    Instant second = client.get("u0", B0).updated();
    client.delete("u0", B0, Fields.named("not there"), Scope.USER_STATE);
    Instant third = client.get("u0", B0).updated();

    assertThat(second).isAfter(first);
    assertThat(third).isAfter(second);
    assertThat(history("u0", B0)).containsExactly("{'a': 1}", "{'a': 1}", "{'a': 1}");
  }

  @Test
  void aJsonNullIsAValue() {
    set("u0", B0, "{'a': 1, 'b': 2}");
    set("u0", B0, "{'a': null}");

    assertThat(get("u0", B0)).isEqualTo("{'a': null, 'b': 2}");
    assertThat(get("u0", B0, "a")).isEqualTo("{'a': null}");
  }

  @Test
  void aReplacedFieldKeepsItsPlaceAndANewOneComesLast() {
    set("u0", B0, "{'z': 1, 'a': 2}");
    set("u0", B0, "{'b': 3, 'z': {'y': 1, 'x': 2}}");

    assertThat(get("u0", B0)).isEqualTo("{'z': {'y': 1, 'x': 2}, 'a': 2, 'b': 3}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "-123456789012345678901234567890",
        "1",
        "1.0",
        "0.1000",
        "1E+300",
        "-0.0",
        "[[1, [2.50, []]], {}]",
        "{'deep': {'er': [null, true, false]}}",
        "''",
        "'\\u00e9 \\ud83c\\udf93 \\u0000\\u001f\\u007f / \\\\ \\b\\f\\n\\r\\t'",
      })
  void everyValueIsKeptExactly(String value) {
    set("u0", B0, "{'first': " + value + "}");
    set("u0", B0, "{'second': " + value + "}");

    assertThat(stored("u0", B0).state())
        .isEqualTo("{'first': %s, 'second': %s}".formatted(value, value).replace('\'', '"'));
    assertThat(get("u0", B0)).isEqualTo("{'first': %s, 'second': %s}".formatted(value, value));
  }

  @Test
  void invalidStateIsRefusedBeforeAnythingIsWritten() {
    ObjectNode nan = JsonNodeFactory.instance.objectNode().put("x", Double.NaN);
    ObjectNode half = JsonNodeFactory.instance.objectNode();
    half.putObject("x").putArray("y").add("\ud83c!");
    ObjectNode bytes = JsonNodeFactory.instance.objectNode().put("x", new byte[1]);

    for (ObjectNode bad : List.of(nan, half, bytes)) {
      List<StateChange> changes =
          List.of(new StateChange("u0", B1, json("{}")), new StateChange("u0", B0, bad));
      assertThatThrownBy(() -> client.setAll(changes, Scope.USER_STATE))
          .isInstanceOf(UserStateException.InvalidState.class)
          .hasMessageContaining("'x");
    }
    assertThat(stand.stored("u0", B1)).isEmpty();
  }

  @Test
  void aBlockThatIsNamedTwiceIsSavedTwice() {
    client.setAll(
        List.of(
            new StateChange("u0", B0, json("{'a': 1}")),
            new StateChange("u1", B0, json("{'a': 5}")),
            new StateChange("u0", B0, json("{'b': 2}")),
            new StateChange("u0", B0, json("{'a': 3}"))),
        Scope.USER_STATE);

    assertThat(get("u0", B0)).isEqualTo("{'a': 3, 'b': 2}");
    assertThat(history("u0", B0))
        .containsExactly("{'a': 3, 'b': 2}", "{'a': 1, 'b': 2}", "{'a': 1}");
    assertThat(history("u1", B0)).containsExactly("{'a': 5}");
  }

  @Test
  void namesAndKeysAreComparedWithoutRegardToCase() {
    set("u0", B0, "{'a': 1}");
    set("U0", COURSE.block("problem", "B0"), "{'b': 2}");

    assertThat(lines(client.iterAllForBlock(B0))).containsExactly("u0 b0 {'a': 1, 'b': 2}");
  }

  // Deleting.

  @Test
  void theRowOfDeletedStateStays() {
    set("u0", B0, "{'a': 1}");
    client.delete("u0", B0);

    assertThat(stored("u0", B0).state()).isEqualTo("{}");
  }

  @Test
  void deletingWhatIsNotThereMakesNoRow() {
    client.deleteMany("u0", List.of(B0, B1), Fields.ALL);
    client.deleteMany("u0", List.of(B0, B1), Fields.named("a"));

    assertThat(stand.stored("u0", B0)).isEmpty();
    assertNoHistory("u0", B0);
  }

  @Test
  void otherFieldsAndTheirOrderSurviveADeletion() {
    set("u0", B0, "{'c': 1, 'a': 2, 'b': 3}");
    client.delete("u0", B0, Fields.named("a", "not there"), Scope.USER_STATE);

    assertThat(get("u0", B0)).isEqualTo("{'c': 1, 'b': 3}");
  }

  // History.

  @Test
  void everyModificationIsAVersionNewestFirst() {
    set("u0", B0, "{'a': 1}");
    set("u0", B0, "{'a': 2}");
    client.delete("u0", B0, Fields.named("a"), Scope.USER_STATE);
    set("u0", B0, "{'a': 3}");

    List<StateVersion> versions = client.getHistory("u0", B0).toList();

    assertThat(history("u0", B0)).containsExactly("{'a': 3}", "none", "{'a': 2}", "{'a': 1}");
    assertThat(versions.get(0).updated()).isEqualTo(client.get("u0", B0).updated());
    assertThat(versions)
        .isSortedAccordingTo((a, b) -> b.updated().compareTo(a.updated()))
        .allSatisfy(version -> assertThat(version.username()).isEqualTo("u0"))
        .allSatisfy(version -> assertThat(version.block()).isEqualTo(B0))
        .allSatisfy(version -> assertThat(version.scope()).isEqualTo(Scope.USER_STATE));
  }

  @Test
  void onlyProblemsHaveHistory() {
    set("u0", VIDEO, "{'a': 1}");

    assertNoHistory("u0", VIDEO);
  }

  @Test
  void savedScoresAreVersionsToo() {
    set("u0", B0, "{'a': 1}");
    stand.saveScore("u0", B0, 1.0, 1.0);

    assertThat(history("u0", B0)).containsExactly("{'a': 1}", "{'a': 1}");
  }

  @Test
  void aLongHistoryIsReadWhole() {
    List<StateChange> changes =
        IntStream.range(0, 510)
            .mapToObj(n -> new StateChange("u0", B0, json("{'n': " + n + "}")))
            .toList();
    client.setAll(changes, Scope.USER_STATE);

    List<String> versions = history("u0", B0);

    assertThat(versions).hasSize(510).startsWith("{'n': 509}", "{'n': 508}");
    assertThat(versions.get(509)).isEqualTo("{'n': 0}");
  }

  // Keys.

  @Test
  void branchesAndVersionsAreStripped() {
    UsageKey published =
        UsageKey.parse(
            "block-v1:edX+DemoX+2026+branch@published-branch+version@519665f6223ebd6980884f2b"
                + "+type@problem+block@b0");
    set("u0", published, "{'a': 1}");

    assertThat(get("u0", B0)).isEqualTo("{'a': 1}");
    assertThat(client.get("u0", published).block()).isEqualTo(B0);
    assertThat(history("u0", published)).hasSize(1);
    assertThat(client.iterAllForBlock(published)).hasSize(1);
    assertThat(client.iterAllForCourse(CourseKey.parse(COURSE + "+branch@draft-branch")))
        .hasSize(1);
  }

  @Test
  void aKeyWithoutRunTakesItFromItsCourse() {
    UsageKey bare = UsageKey.parse("i4x://edX/DemoX/problem/old");
    CourseKey first = CourseKey.parse("edX/DemoX/2012");
    CourseKey second = CourseKey.parse("edX/DemoX/2013");
    set("u0", bare.mapIntoCourse(first), "{'run': 2012}");
    set("u0", bare.mapIntoCourse(second), "{'run': 2013}");

    assertThat(get("u0", bare.mapIntoCourse(first))).isEqualTo("{'run': 2012}");
    assertThat(client.get("u0", bare.mapIntoCourse(second)).block().contextKey()).contains(second);
    assertThat(lines(client.iterAllForCourse(first))).containsExactly("u0 old {'run': 2012}");
    assertThat(stored("u0", bare.mapIntoCourse(first)).moduleId()).isEqualTo(bare.text());
  }

  @Test
  void aBlockIsIteratedOverAllRunsWhenItsKeyNamesNone() {
    UsageKey bare = UsageKey.parse("i4x://edX/DemoX/problem/old");
    set("u0", bare.mapIntoCourse(CourseKey.parse("edX/DemoX/2012")), "{'run': 2012}");
    set("u1", bare.mapIntoCourse(CourseKey.parse("edX/DemoX/2013")), "{'run': 2013}");

    assertThat(client.iterAllForBlock(bare).map(entry -> entry.block().contextKey().orElseThrow()))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("edX/DemoX/2012", "edX/DemoX/2013");
  }

  @Test
  void aKeyWithoutRunCannotBeReadOrWrittenAlone() {
    UsageKey bare = UsageKey.parse("i4x://edX/DemoX/problem/old");

    assertThatThrownBy(() -> set("u0", bare, "{}"))
        .isInstanceOf(UserStateException.InvalidState.class)
        .hasMessageContaining("does not name the run of its course");
    assertThatThrownBy(() -> client.get("u0", bare))
        .isInstanceOf(UserStateException.InvalidState.class);
  }

  @Test
  void blocksOfLibrariesHaveState() {
    UsageKey block = UsageKey.in(LibraryKey.parse("lib:edX:tools"), "problem", "p1");
    set("u0", block, "{'a': 1}");

    assertThat(get("u0", block)).isEqualTo("{'a': 1}");
    assertThat(stored("u0", block).courseId()).isEqualTo("lib:edX:tools");
    assertThat(history("u0", block)).hasSize(1);
    assertThat(lines(client.iterAllForCourse(LibraryKey.parse("lib:edX:tools"))))
        .containsExactly("u0 p1 {'a': 1}");
    assertThat(client.iterAllForBlock(block)).hasSize(1);
  }

  @Test
  void aTypeLongerThanItsColumnIsRefused() {
    UsageKey block = COURSE.block("t".repeat(33), "x");

    assertThatThrownBy(() -> set("u0", block, "{}"))
        .isInstanceOf(UserStateException.InvalidState.class)
        .hasMessageContaining("longer than the 32 characters");
  }
}
