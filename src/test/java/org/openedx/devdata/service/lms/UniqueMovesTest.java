package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.plan.kind.Step;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/** Unique values that move between records. */
@DatabaseTest
class UniqueMovesTest {

  private TestDatabase database;
  private SpecLab lab;

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LmsService.lms()).withTables();
  }

  @Test
  void twoUsersSwapTheirAddresses() throws SQLException {
    lab.load("users: [{username: a, email: a@x.org}, {username: b, email: b@x.org}]");
    String swapped = "users: [{username: a, email: b@x.org}, {username: b, email: a@x.org}]";
    List<String> changes =
        List.of(
            "update auth_user a {email: a@x.org -> b@x.org}",
            "update auth_user b {email: b@x.org -> a@x.org}");

    assertThat(lab.plan(swapped)).isEqualTo(changes);
    assertThat(lab.load(swapped)).isEqualTo(changes);
    assertThat(lab.plan(swapped)).isEmpty();
  }

  @Test
  void aNewUserTakesWhatAnotherGivesUp() throws SQLException {
    lab.load("users: [{username: a, email: old@x.org}]");
    String moved = "users: [{username: b, email: old@x.org}, {username: a, email: new@x.org}]";

    assertThat(lab.plan(moved)).hasSize(3);
    assertThat(lab.load(moved)).hasSize(3);
    assertThat(lab.plan(moved)).isEmpty();
  }

  /**
   * Any mapping of addresses to old and new users, some left out, some moved in circles; within a
   * chunk and from any chunk to any other.
   */
  @Test
  void everyPermutationIsLoaded() throws SQLException {
    Random random = new Random(13);
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      addresses.add("n" + i + "@x.org");
    }
    for (int round = 0; round < 25; round++) {
      int users = 2 + random.nextInt(7);
      Collections.shuffle(addresses, random);
      StringBuilder spec = new StringBuilder("users:\n");
      for (int i = 0; i < 9; i++) {
        // Those who are left alone move out of the way, too.
        String address = i < users ? addresses.get(i) : "away" + round + "." + i + "@x.org";
        spec.append("- {username: u").append(i).append(", email: ").append(address).append("}\n");
      }
      lab.inChunksOf(1 + random.nextInt(9));
      List<String> planned = lab.plan(spec.toString());

      assertThat(lab.load(spec.toString())).as(spec.toString()).isEqualTo(planned);
      assertThat(lab.plan(spec.toString())).isEmpty();
    }
    assertThat(database.value("SELECT COUNT(*) FROM auth_user WHERE email LIKE '~%'"))
        .isEqualTo("0");
  }

  @Test
  void whatMovesFromOneChunkToTheNextIsPlannedAsItIsLoaded() {
    lab.load("users: [{username: a, email: a@x.org}, {username: b, email: b@x.org}]");
    lab.inChunksOf(1);
    String moved = "users: [{username: a, email: c@x.org}, {username: b, email: a@x.org}]";

    assertThat(lab.plan(moved)).hasSize(2);
    assertThat(lab.load(moved)).hasSize(2);
  }

  @Test
  void whatALaterChunkGivesUpIsTaken() throws SQLException {
    lab.load("users: [{username: a, email: a@x.org}, {username: b, email: b@x.org}]");
    lab.inChunksOf(1);
    String moved =
        "users: [{username: new, email: a@x.org}, {username: b, email: c@x.org},"
            + " {username: a, email: b@x.org}]";
    List<String> planned = lab.plan(moved);

    assertThat(planned)
        .contains(
            "update auth_user b {email: b@x.org -> c@x.org}",
            "update auth_user a {email: a@x.org -> b@x.org}");
    assertThat(lab.load(moved)).isEqualTo(planned);
    assertThat(lab.plan(moved)).isEmpty();
    assertThat(database.rows("SELECT username, email FROM auth_user ORDER BY 1"))
        .containsExactly(
            List.of("a", "b@x.org"), List.of("b", "c@x.org"), List.of("new", "a@x.org"));
  }

  /** Those in no record, and those whose record says nothing of the value. */
  @Test
  void allWhoKeepWhatAnEarlierChunkTookAreNamedAtTheEnd() throws SQLException {
    lab.load("users: [{username: a, email: a@x.org}, {username: b, email: b@x.org}]");
    lab.inChunksOf(1);
    String moved =
        "users: [{username: c, email: a@x.org}, {username: d, email: B@x.org},"
            + " {username: b, is_staff: true}]";

    for (Step step : List.of(Step.PLAN, Step.LOAD)) {
      assertThatThrownBy(() -> lab.run(moved, step, SpecLab.NOW))
          .isInstanceOf(RowProblem.class)
          .hasMessageMatching(
              "(?s)spec.yaml:1:9: auth_user needs email to be unique, but 'a@x.org' is taken by"
                  + " auth_user 'a'; [^\n]*\nspec.yaml:1:40: .*'B@x.org' is taken by auth_user"
                  + " 'b'; [^\n]*");
    }
    assertThat(database.rows("SELECT username, email FROM auth_user ORDER BY 1"))
        .containsExactly(List.of("a", "a@x.org"), List.of("b", "b@x.org"));
  }

  @Test
  void aHolderThatKeepsItsValueIsNamed() {
    lab.load("users: [{username: a, email: a@x.org}]");

    assertThatThrownBy(() -> lab.load("users: [{username: b, email: A@x.org}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessage(
            "spec.yaml:1:9: auth_user needs email to be unique, but 'A@x.org' is taken by auth_user"
                + " 'a'; choose another, or let the specs give that one another value first");
  }

  @Test
  void aHolderThatIsFoundByOtherRowsIsNamedByThem() throws SQLException {
    lab.load("users: [{username: a, is_active: false}]");
    lab.load("users: [{username: b}]");
    String key = database.value("SELECT activation_key FROM auth_registration");
    database.run(
        "DELETE FROM auth_registration",
        "INSERT INTO auth_registration (activation_key, user_id)"
            + " SELECT '"
            + key
            + "', id FROM auth_user WHERE username = 'b'");

    assertThatThrownBy(() -> lab.load("users: [{username: a, is_active: false}]"))
        .isInstanceOf(RowProblem.class)
        .hasMessageContaining("is taken by auth_registration 'b'");
  }

  @Test
  void groupsThatAreTheSameToTheDatabaseAreMadeOnce() throws SQLException {
    lab.load("users: [{username: a, groups: [Staff]}, {username: b, groups: [staff]}]");

    assertThat(database.rows("SELECT name FROM auth_group")).containsExactly(List.of("Staff"));
    assertThat(database.value("SELECT COUNT(*) FROM auth_user_groups")).isEqualTo("2");
  }
}
