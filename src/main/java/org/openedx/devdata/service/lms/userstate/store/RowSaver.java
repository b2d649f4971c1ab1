package org.openedx.devdata.service.lms.userstate.store;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.BulkInsert;
import org.openedx.devdata.jdbc.rows.BulkUpdate;
import org.openedx.devdata.jdbc.rows.RowLookup;
import org.openedx.devdata.jdbc.rows.RowRejectedException;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.Edit;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.spec.Collation;

/**
 * Makes saves of learner state rows, set by set: locks the rows that exist, inserts the others,
 * updates, records versions; commits nothing. Not thread-safe.
 */
final class RowSaver {

  /** Keeps statements below the smallest {@code max_allowed_packet} that servers come with. */
  private static final int CHARACTERS_PER_STATEMENT = 2_000_000;

  private static final String[] INSERTED = {
    "module_type", "module_id", "course_id", "state", "done", "created", "modified", "student_id"
  };

  /** The natural key first. */
  private static final String[] READ = {
    "student_id", "module_id", "course_id", "id", "module_type", "state", "grade", "max_grade"
  };

  private final MySqlDatabase database;
  private final StateTables tables;
  private final VersionTable history;
  private final InstantSource clock;

  RowSaver(MySqlDatabase database, StateTables tables, VersionTable history, InstantSource clock) {
    this.database = database;
    this.tables = tables;
    this.history = history;
    this.clock = clock;
  }

  /** A row as it was found, locked. */
  private record Found(long id, String moduleType, String state, Double grade, Double maxGrade) {}

  /** Makes saves in order. A row that is named twice is saved in two rounds. */
  void save(List<Edit> edits) {
    Map<String, Integer> roundOf = new HashMap<>();
    TreeMap<Integer, List<Integer>> rounds = new TreeMap<>();
    for (int i = 0; i < edits.size(); i++) {
      int round = roundOf.merge(key(edits.get(i)), 0, (before, none) -> before + 1);
      rounds.computeIfAbsent(round, any -> new ArrayList<>()).add(i);
    }
    rounds.values().forEach(round -> saveRound(edits, round));
  }

  private static String key(Edit edit) {
    return key(edit.user(), edit.place().moduleId(), edit.place().courseId());
  }

  private static String key(long user, String moduleId, String courseId) {
    return user + "\0" + Collation.fold(moduleId) + "\0" + Collation.fold(courseId);
  }

  private void saveRound(List<Edit> edits, List<Integer> round) {
    Map<String, Found> found = lock(round.stream().map(edits::get).toList());
    LocalDateTime now = Moments.saved(clock.instant());
    List<Object[]> inserts = new ArrayList<>();
    List<BulkUpdate.Change> updates = new ArrayList<>();
    VersionTable.Version[] versions = new VersionTable.Version[round.size()];
    List<Integer> inserted = new ArrayList<>();
    List<Edit> updated = new ArrayList<>();
    for (int i = 0; i < round.size(); i++) {
      Edit edit = edits.get(round.get(i));
      Found row = found.get(key(edit));
      if (row == null && !edit.creates()) {
        continue;
      }
      String state = edit.change().apply(row == null ? null : row.state());
      if (row == null) {
        inserts.add(newRow(edit, state, now));
        inserted.add(i);
        versions[i] = new VersionTable.Version(0, now, state, null, null);
      } else {
        updates.add(new BulkUpdate.Change(row.id(), new Object[] {state, now}));
        updated.add(edit);
        versions[i] = new VersionTable.Version(row.id(), now, state, row.grade(), row.maxGrade());
      }
    }
    long[] keys = named(i -> edits.get(round.get(inserted.get(i))), () -> insert(inserts));
    for (int i = 0; i < keys.length; i++) {
      VersionTable.Version version = versions[inserted.get(i)];
      versions[inserted.get(i)] =
          new VersionTable.Version(keys[i], now, version.state(), null, null);
    }
    update(updates, updated);
    List<VersionTable.Version> recorded = new ArrayList<>();
    List<Edit> recordedOf = new ArrayList<>();
    for (int i = 0; i < versions.length; i++) {
      Edit edit = edits.get(round.get(i));
      Found row = found.get(key(edit));
      String type = row == null ? edit.place().moduleType() : row.moduleType();
      if (versions[i] != null && type.equals("problem")) {
        recorded.add(versions[i]);
        recordedOf.add(edit);
      }
    }
    named(
        recordedOf::get,
        () -> {
          history.add(recorded);
          return recorded;
        });
  }

  /** Writes rows, and names the save whose row the server refuses. */
  private static <T> T named(IntFunction<Edit> editOfRow, Supplier<T> write) {
    try {
      return write.get();
    } catch (RowRejectedException e) {
      throw new UserStateException.Refused(editOfRow.apply(e.row()), e);
    }
  }

  private static Object[] newRow(Edit edit, String state, LocalDateTime now) {
    BlockPlace place = edit.place();
    return new Object[] {
      place.moduleType(), place.moduleId(), place.courseId(), state, "na", now, now, edit.user()
    };
  }

  private long[] insert(List<Object[]> rows) {
    int[] columns = Stream.of(INSERTED).mapToInt(tables.modules().table()::indexOf).toArray();
    return BulkInsert.insert(database, tables.modules(), columns, rows);
  }

  private void update(List<BulkUpdate.Change> changes, List<Edit> edits) {
    BoundTable modules = tables.modules();
    int[] columns = {modules.table().indexOf("state"), modules.table().indexOf("modified")};
    int from = 0;
    int characters = 0;
    for (int i = 0; i < changes.size(); i++) {
      characters += changes.get(i).values()[0].toString().length();
      if (characters > CHARACTERS_PER_STATEMENT || i == changes.size() - 1) {
        List<BulkUpdate.Change> part = changes.subList(from, i + 1);
        int first = from;
        named(
            row -> edits.get(first + row),
            () -> {
              BulkUpdate.update(database, modules, columns, part);
              return part;
            });
        from = i + 1;
        characters = 0;
      }
    }
  }

  /** Locks the rows that exist, so that what a live LMS writes meanwhile is not lost. */
  private Map<String, Found> lock(List<Edit> edits) {
    BoundTable modules = tables.modules();
    int[] columns = Stream.of(READ).mapToInt(modules.table()::indexOf).toArray();
    List<Object[]> keys =
        edits.stream()
            .map(
                edit ->
                    new Object[] {edit.user(), edit.place().moduleId(), edit.place().courseId()})
            .toList();
    Map<String, Found> found = new HashMap<>();
    int[] key = Arrays.copyOf(columns, 3);
    for (Object[] row : RowLookup.findLocked(database, modules, columns, key, keys)) {
      found.put(
          key((Long) row[0], (String) row[1], (String) row[2]),
          new Found(
              (Long) row[3], (String) row[4], (String) row[5], (Double) row[6], (Double) row[7]));
    }
    return found;
  }
}
