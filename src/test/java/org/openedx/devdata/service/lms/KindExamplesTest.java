package org.openedx.devdata.service.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.describe.ExampleWriter;
import org.openedx.devdata.testing.DatabaseTest;
import org.openedx.devdata.testing.SpecLab;
import org.openedx.devdata.testing.TestDatabase;

/**
 * The example of each kind in the reference: loaded and reset alone and beside each other one. All
 * are of one user in one course.
 */
@DatabaseTest
class KindExamplesTest {

  private static final LmsService LMS = LmsService.lms();

  private static final Map<String, String> EXAMPLES = examples();

  /** Kinds whose records are what others need: their own reset waits until nothing names them. */
  private static final Set<String> DECLARING =
      Set.of("groups", "users", "courses", "course_modes", "verifications");

  /** The names of tables that have rows, in one query: there are many tables, and many pairs. */
  private static final String ROWS_LEFT =
      LMS.tables().all().stream()
          .map(
              table ->
                  "SELECT '%s' FROM DUAL WHERE EXISTS (SELECT 1 FROM %s)"
                      .formatted(table.name(), table))
          .collect(Collectors.joining(" UNION ALL "));

  private TestDatabase database;
  private SpecLab lab;

  private static Map<String, String> examples() {
    Map<String, String> examples = new LinkedHashMap<>();
    for (Kind kind : LMS.descriptor().kinds()) {
      examples.put(kind.name(), "create_missing: true\n" + new ExampleWriter().of(kind));
    }
    return examples;
  }

  @BeforeEach
  void tables(TestDatabase fresh) throws SQLException {
    database = fresh;
    lab = new SpecLab(fresh, LMS).withTables();
  }

  /** Tables that have rows. */
  private List<String> left() throws SQLException {
    return database.rows(ROWS_LEFT).stream().map(row -> row.get(0)).toList();
  }

  @Test
  void everyKindIsResetToNothing() throws SQLException {
    for (Map.Entry<String, String> example : EXAMPLES.entrySet()) {
      assertThat(lab.load(example.getValue())).as(example.getKey()).isNotEmpty();
      assertThat(lab.plan(example.getValue())).as(example.getKey()).isEmpty();
      lab.reset(example.getValue());
      assertThat(left()).as(example.getKey()).isEmpty();
    }
  }

  @Test
  void everyPairOfKindsIsResetInBothOrders() throws SQLException {
    for (String one : EXAMPLES.keySet()) {
      for (String other : EXAMPLES.keySet()) {
        // A group has to do with its users only.
        boolean related =
            List.of(one, other).contains("users")
                || !one.equals("groups") && !other.equals("groups");
        if (!one.equals(other) && related) {
          resetInTurn(one, other);
        }
      }
    }
  }

  private void resetInTurn(String first, String second) throws SQLException {
    String pair = first + " before " + second;
    String one = EXAMPLES.get(first);
    String other = EXAMPLES.get(second);
    lab.load(one);
    lab.load(other);
    assertThat(lab.plan(one)).as(pair).isEmpty();
    try {
      lab.reset(one);
      // Without a ledger, what one spec declares looks as the other one would have made it.
      if (!DECLARING.contains(first) && !DECLARING.contains(second)) {
        assertThat(lab.plan(other)).as(pair).isEmpty();
      }
      lab.reset(other);
    } catch (RowProblem refused) {
      assertThat(refused)
          .as(pair)
          .hasMessageMatching(
              "(?s)spec.yaml:3:\\d+: (auth|course)_\\w+ '(anna|testers|course-v1:OpenedX.*)' cannot"
                  + " be removed while others refer to it: .* \\('.*(anna|course-v1:).*'\\).*;"
                  + " reset the specs that made them first, or remove them by hand \\(reset --cascade takes them, too\\)");
      assertThat(DECLARING).as(pair).contains(first);
      lab.reset(other);
      lab.reset(one);
    }
    assertThat(left()).as(pair).isEmpty();
  }
}
