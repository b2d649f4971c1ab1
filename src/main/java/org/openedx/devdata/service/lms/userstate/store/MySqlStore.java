package org.openedx.devdata.service.lms.userstate.store;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.Edit;

/**
 * Rows in the LMS's database, versions there or in a second one. One save, or all that are made
 * {@link #together}, is one transaction (one in each database, where there are two); what a race
 * with a live LMS spoils is done again. Owns its connections. Not thread-safe.
 */
public final class MySqlStore implements StateStore {

  private static final int ATTEMPTS = 5;

  /** Duplicate key; deadlock; MariaDB's "record has changed since last read". */
  private static final Set<Integer> RACES = Set.of(1062, 1213, 1020);

  private final MySqlDatabase lms;
  private final MySqlDatabase history;
  private final StateQueries queries;
  private final VersionTables versions;
  private final RowSaver saver;
  private boolean together;

  /**
   * @param history the database of the extended history table; the same object as {@code lms} when
   *     there is no second one
   */
  public MySqlStore(
      MySqlDatabase lms,
      MySqlDatabase history,
      StateTables tables,
      VersionTables versions,
      InstantSource clock) {
    this.lms = lms;
    this.history = history;
    this.queries = new StateQueries(lms, tables);
    this.versions = versions;
    this.saver = new RowSaver(lms, tables, versions.written(), clock);
    // As the LMS's own sessions: what others commit is seen, and absent rows are not locked.
    lms.handle().execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
    lms.rollback();
  }

  @Override
  public Map<String, Long> users(Collection<String> usernames) {
    Map<String, Long> found = queries.users(usernames);
    endReading();
    return found;
  }

  @Override
  public List<StoredState> find(long user, List<BlockPlace> places) {
    List<StoredState> found = queries.find(user, places);
    endReading();
    return found;
  }

  private void endReading() {
    if (!together) {
      lms.rollback();
    }
  }

  @Override
  public void save(List<Edit> edits) {
    if (together) {
      saver.save(edits);
    } else {
      together(() -> saver.save(edits));
    }
  }

  @Override
  public void together(Runnable work) {
    for (int attempt = 1; ; attempt++) {
      together = true;
      try {
        work.run();
        // The rows first: a version without its row would say more than there is.
        lms.commit();
        if (history != lms) {
          history.commit();
        }
        return;
      } catch (RuntimeException e) {
        takeBack(e);
        if (attempt == ATTEMPTS || !isRace(e)) {
          throw e;
        }
      } finally {
        together = false;
      }
    }
  }

  private void takeBack(RuntimeException failure) {
    try {
      lms.rollback();
      if (history != lms) {
        history.rollback();
      }
    } catch (RuntimeException broken) {
      failure.addSuppressed(broken);
    }
  }

  private static boolean isRace(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && RACES.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Iterator<StoredVersion> versions(long user, BlockPlace place) {
    List<StoredState> rows = find(user, List.of(place));
    return rows.isEmpty() ? List.<StoredVersion>of().iterator() : versions.of(rows.get(0).id());
  }

  @Override
  public Iterator<StoredState> ofBlock(String moduleId) {
    return queries.ofBlock(moduleId);
  }

  @Override
  public Iterator<StoredState> ofCourse(String courseId, Optional<String> moduleType) {
    return queries.ofCourse(courseId, moduleType);
  }

  @Override
  public void close() {
    try {
      lms.close();
    } finally {
      if (history != lms) {
        history.close();
      }
    }
  }
}
