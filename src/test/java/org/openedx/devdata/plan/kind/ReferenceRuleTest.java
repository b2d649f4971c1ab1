package org.openedx.devdata.plan.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;

/** Rules that follow from the fields of kinds, lists and nested records included. */
class ReferenceRuleTest {

  private static final FieldType TEXT = new FieldType.Text(30);

  private static final Table PERSON =
      TableSet.of(
              Map.of(
                  "person",
                  Map.of("columns", Map.of("login", "varchar(30)"), "key", List.of("login"))))
          .get("person");

  private static final Kind USERS =
      new Kind(
          "users",
          List.of(),
          "People.",
          List.of(
              Field.of("username", TEXT, "Name.").asRequired().naming("users", "username"),
              Field.of("boss", TEXT, "Another one.").spelledAs("users", "username")),
          List.of("username"));

  private static final Kind MEMBERS =
      new Kind(
          "members",
          List.of(),
          "Members of a team.",
          List.of(Field.of("username", TEXT, "Who.").naming("users", "username", "email")),
          List.of("username"));

  private static final Kind TEAMS =
      new Kind(
          "teams",
          List.of(),
          "Teams.",
          List.of(
              Field.of("name", TEXT, "Name."),
              Field.of("course_id", new FieldType.CourseKeyText(), "Course.")
                  .naming("courses", "course_id"),
              Field.of("members", new FieldType.Records(MEMBERS), "Members.")),
          List.of("name"));

  private static final ReferenceRule.Home HOME =
      new ReferenceRule.Home("users", "user", PERSON)
          .column("username", "login")
          .unless("create_missing");

  @Test
  void everyFieldThatNamesARecordHasARuleWithItsPath() {
    List<ReferenceRule> rules = ReferenceRule.to(HOME, List.of(USERS, TEAMS));

    assertThat(rules)
        .extracting(rule -> rule.kind() + rule.path() + "." + rule.field())
        .containsExactly("users[].username", "users[].boss", "teams[members].username");
    assertThat(rules).allMatch(rule -> rule.table() == PERSON && rule.noun().equals("user"));
  }

  @Test
  void columnsAreThoseOfTheTableAndCalledAsTheFieldWhereNothingElseIsSaid() {
    ReferenceRule member = ReferenceRule.to(HOME, List.of(TEAMS)).get(0);

    assertThat(member.names())
        .containsExactly(
            new ReferenceRule.Name("login", "username"), new ReferenceRule.Name("email", "email"));
    assertThat(member.declares()).isFalse();
  }

  /** What only has to be spelled as it is there need not be there: no setting makes that void. */
  @Test
  void aSettingMakesOnlyRulesVoidThatDemandARow() {
    List<ReferenceRule> rules = ReferenceRule.to(HOME, List.of(USERS));

    assertThat(rules.get(0).unlessSetting()).isEqualTo("create_missing");
    assertThat(rules.get(0).required()).isTrue();
    assertThat(rules.get(0).declares()).isTrue();
    assertThat(rules.get(1).unlessSetting()).isEmpty();
    assertThat(rules.get(1).required()).isFalse();
  }

  @Test
  void recordsOfAnotherServiceAreDeclaredInItsSpec() {
    assertThat(ReferenceRule.to(HOME.ownedBy("lms"), List.of(TEAMS)).get(0).providerPlace())
        .isEqualTo("users in a spec of lms that is listed before");
    assertThat(ReferenceRule.to(HOME, List.of(TEAMS)).get(0).providerPlace()).isEqualTo("users");
  }

  @Test
  void kindsThatNameNoSuchRecordHaveNoRule() {
    assertThat(ReferenceRule.to(new ReferenceRule.Home("sites", "site", PERSON), List.of(TEAMS)))
        .isEmpty();
  }
}
