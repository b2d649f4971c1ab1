package org.openedx.devdata.service.lms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.statement.StatementContext;
import org.openedx.devdata.jdbc.ConnectionSettings;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.ListQuery;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.world.named.Population;

/**
 * Numbers that users, their profiles and enrolments have in an LMS's database. Who is not there has
 * none. Immutable.
 *
 * @param users by username, folded as the database compares them
 * @param profiles by username, folded
 * @param enrolments by username, folded, and course key
 */
record LmsNumbers(
    Map<String, Integer> users,
    Map<String, Integer> profiles,
    Map<List<String>, Integer> enrolments) {

  private static final String USERS =
      "SELECT u.username, u.id, p.id FROM auth_user u LEFT JOIN auth_userprofile p ON p.user_id ="
          + " u.id WHERE u.username IN (<values>)";

  private static final String ENROLMENTS =
      "SELECT u.username, e.course_id, e.id FROM student_courseenrollment e JOIN auth_user u ON"
          + " u.id = e.user_id WHERE u.username IN (<values>)";

  LmsNumbers {
    users = Map.copyOf(users);
    profiles = Map.copyOf(profiles);
    enrolments = Map.copyOf(enrolments);
  }

  /** The numbers of these users as they are now. */
  static LmsNumbers read(ConnectionSettings connection, List<String> usernames) {
    Map<String, Integer> users = new HashMap<>();
    Map<String, Integer> profiles = new HashMap<>();
    Map<List<String>, Integer> enrolments = new HashMap<>();
    try (MySqlDatabase database = MySqlDatabase.open(connection)) {
      ListQuery.rows(
          database,
          USERS,
          usernames,
          LmsNumbers::userRow,
          user -> {
            String name = Collation.fold(user.username());
            users.put(name, user.id());
            if (user.profile() != 0) {
              profiles.put(name, user.profile());
            }
          });
      ListQuery.rows(
          database,
          ENROLMENTS,
          usernames,
          LmsNumbers::enrolmentRow,
          row -> enrolments.put(pair(row.username(), row.course()), row.id()));
    }
    return new LmsNumbers(users, profiles, enrolments);
  }

  /** A user; without a profile its number is 0. */
  private record UserRow(String username, int id, int profile) {}

  private static UserRow userRow(ResultSet row, StatementContext context) throws SQLException {
    return new UserRow(row.getString(1), row.getInt(2), row.getInt(3));
  }

  private record EnrolmentRow(String username, String course, int id) {}

  private static EnrolmentRow enrolmentRow(ResultSet row, StatementContext context)
      throws SQLException {
    return new EnrolmentRow(row.getString(1), row.getString(2), row.getInt(3));
  }

  private static List<String> pair(String username, String course) {
    return List.of(Collation.fold(username), course);
  }

  /** A population with these numbers, except where it says another. */
  Population give(Population population) {
    return new Population(
        population.learners().stream().map(this::numbered).toList(),
        population.courses(),
        population.enrolments().stream().map(this::numbered).toList(),
        population.taxonomies());
  }

  private Population.Learner numbered(Population.Learner learner) {
    String name = Collation.fold(learner.username());
    return new Population.Learner(
        learner.username(),
        learner.externalId(),
        learner.userId().isPresent() ? learner.userId() : number(users, name),
        learner.profileId().isPresent() ? learner.profileId() : number(profiles, name),
        learner.profile());
  }

  private Population.Enrolment numbered(Population.Enrolment enrolment) {
    return new Population.Enrolment(
        enrolment.username(),
        enrolment.course(),
        enrolment.created(),
        enrolment.mode(),
        enrolment.active(),
        enrolment.id().isPresent()
            ? enrolment.id()
            : number(enrolments, pair(enrolment.username(), enrolment.course())));
  }

  private static <K> OptionalInt number(Map<K, Integer> numbers, K key) {
    Integer number = numbers.get(key);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
