package org.openedx.devdata.service.lms.userstate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.Portions;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.spec.Collation;

/**
 * Reads users and learner state rows. Iterators page by row id, so that their memory does not
 * depend on the number of rows and writing in between neither skips nor repeats a row. Not
 * thread-safe.
 */
public final class StateQueries {

  private static final int ROWS_PER_PAGE = 20_000;
  private static final int KEYS_PER_PAGE = 2_000;
  private static final long IDS_PER_WINDOW = 100_000;
  private static final int NAMES_PER_QUERY = 1_000;

  private final MySqlDatabase database;
  private final StateTables tables;

  public StateQueries(MySqlDatabase database, StateTables tables) {
    this.database = database;
    this.tables = tables;
  }

  Map<String, Long> users(Collection<String> usernames) {
    Map<String, Long> byFolded = new HashMap<>();
    List<String> names = List.copyOf(usernames);
    for (List<String> chunk : Portions.of(database, names, NAMES_PER_QUERY, Portions::bytes)) {
      String sql =
          "SELECT id, username FROM "
              + tables.users().sqlName()
              + " WHERE username IN ("
              + Query.tuples(1, chunk.size())
              + ")";
      Query.list(database, sql, chunk, row -> Map.entry(row.getString(2), row.getLong(1)))
          .forEach(user -> byFolded.put(Collation.fold(user.getKey()), user.getValue()));
    }
    Map<String, Long> found = new HashMap<>();
    for (String name : names) {
      Long id = byFolded.get(Collation.fold(name));
      if (id != null) {
        found.put(name, id);
      }
    }
    return found;
  }

  /** Rows of a user for blocks of one course. */
  List<StoredState> find(long user, List<BlockPlace> places) {
    List<StoredState> found = new ArrayList<>();
    Portions.of(database, places, places.size(), place -> Portions.bytes(place.moduleId()))
        .forEach(some -> found.addAll(findTogether(user, some)));
    return found;
  }

  private List<StoredState> findTogether(long user, List<BlockPlace> places) {
    String sql =
        "SELECT %s FROM %s AS m WHERE %s = ? AND %s = ? AND %s IN (%s)"
            .formatted(
                tables.selected("NULL"),
                tables.modules().sqlName(),
                tables.m("student_id"),
                tables.m("course_id"),
                tables.m("module_id"),
                Query.tuples(1, places.size()));
    List<Object> parameters = new ArrayList<>(List.of(user, places.get(0).courseId()));
    places.forEach(place -> parameters.add(place.moduleId()));
    return Query.list(database, sql, parameters, StateQueries::stored);
  }

  /** The current row of a query for {@link StateTables#selected}. */
  public static StoredState stored(ResultSet row) throws SQLException {
    return new StoredState(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, LocalDateTime.class));
  }

  public Iterator<StoredState> ofCourse(String courseId, Optional<String> moduleType) {
    String sql =
        withUsers()
            + " WHERE "
            + tables.m("course_id")
            + " = ?"
            + (moduleType.isPresent() ? " AND " + tables.m("module_type") + " = ?" : "")
            + " AND "
            + tables.m("id")
            + " > ? ORDER BY "
            + tables.m("id")
            + " LIMIT ?";
    PageSize size = new PageSize(ROWS_PER_PAGE);
    return new Pages<>() {
      private long last;
      private boolean ended;

      @Override
      protected List<StoredState> nextPage() {
        if (ended) {
          return null;
        }
        List<Object> parameters = new ArrayList<>(List.of(courseId));
        moduleType.ifPresent(parameters::add);
        parameters.add(last);
        parameters.add((long) size.rows());
        List<StoredState> page = read(sql, parameters);
        ended = page.size() < size.rows();
        size.learn(page);
        last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        return page;
      }
    };
  }

  /** The learner state comes first, or a server may sort all of it for each page. */
  private String withUsers() {
    return "SELECT "
        + tables.selected("u.username")
        + " FROM "
        + tables.modules().sqlName()
        + " AS m STRAIGHT_JOIN "
        + tables.users().sqlName()
        + " AS u ON u.id = "
        + tables.m("student_id");
  }

  /**
   * No index has the rows of a block by id. So a window of ids is taken from the index that begins
   * with the block and covers the query, then its rows by primary key.
   */
  Iterator<StoredState> ofBlock(String moduleId) {
    Iterator<Long> ids = idsOfBlock(moduleId);
    PageSize size = new PageSize(KEYS_PER_PAGE);
    return new Pages<>() {
      @Override
      protected List<StoredState> nextPage() {
        List<Long> keys = new ArrayList<>();
        while (keys.size() < size.rows() && ids.hasNext()) {
          keys.add(ids.next());
        }
        if (keys.isEmpty()) {
          return null;
        }
        String in = Query.tuples(1, keys.size());
        List<StoredState> page =
            read(
                withUsers()
                    + " WHERE "
                    + tables.m("id")
                    + " IN ("
                    + in
                    + ") ORDER BY "
                    + tables.m("id"),
                keys);
        size.learn(page);
        return page;
      }
    };
  }

  private Iterator<Long> idsOfBlock(String moduleId) {
    // "+ 0" keeps servers from walking the whole table by its primary key instead.
    String sql =
        "SELECT %2$s FROM %1$s AS m WHERE %3$s = ? AND %2$s + 0 > ? ORDER BY %2$s + 0 LIMIT ?"
            .formatted(tables.modules().sqlName(), tables.m("id"), tables.m("module_id"));
    return new Pages<>() {
      private long last;
      private boolean ended;

      @Override
      protected List<Long> nextPage() {
        if (ended) {
          return null;
        }
        List<Long> window =
            Query.list(
                database, sql, List.of(moduleId, last, IDS_PER_WINDOW), row -> row.getLong(1));
        ended = window.size() < IDS_PER_WINDOW;
        last = window.isEmpty() ? last : window.get(window.size() - 1);
        return window;
      }
    };
  }

  private List<StoredState> read(String sql, List<?> parameters) {
    List<StoredState> page = Query.list(database, sql, parameters, StateQueries::stored);
    // Between pages nothing stays locked, so that a migration need not wait for the iteration.
    database.rollback();
    return page;
  }
}
