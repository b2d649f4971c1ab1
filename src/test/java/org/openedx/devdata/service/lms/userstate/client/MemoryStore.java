package org.openedx.devdata.service.lms.userstate.client;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openedx.devdata.service.lms.userstate.BlockPlace;
import org.openedx.devdata.service.lms.userstate.Edit;
import org.openedx.devdata.service.lms.userstate.store.Moments;
import org.openedx.devdata.service.lms.userstate.store.Pages;
import org.openedx.devdata.service.lms.userstate.store.StateStore;
import org.openedx.devdata.service.lms.userstate.store.StoredState;
import org.openedx.devdata.service.lms.userstate.store.StoredVersion;
import org.openedx.devdata.spec.Collation;

/** Rows in memory, compared as the database compares text. Not thread-safe. */
final class MemoryStore implements StateStore {

  private static final int ROWS_PER_PAGE = 100;

  private final InstantSource clock;
  private final Map<String, Long> idByName = new HashMap<>();
  private final Map<Long, String> nameById = new HashMap<>();
  private final Map<String, Long> rowByKey = new HashMap<>();
  private final TreeMap<Long, MemoryRow> rows = new TreeMap<>();
  private final Map<Long, List<StoredVersion>> versions = new HashMap<>();

  MemoryStore(InstantSource clock) {
    this.clock = clock;
  }

  void addUser(String username) {
    long id = idByName.computeIfAbsent(Collation.fold(username), any -> idByName.size() + 1L);
    nameById.putIfAbsent(id, username);
  }

  @Override
  public Map<String, Long> users(Collection<String> usernames) {
    Map<String, Long> found = new HashMap<>();
    for (String username : usernames) {
      Long id = idByName.get(Collation.fold(username));
      if (id != null) {
        found.put(username, id);
      }
    }
    return found;
  }

  private static String key(long user, BlockPlace place) {
    return user + "\0" + Collation.fold(place.moduleId()) + "\0" + Collation.fold(place.courseId());
  }

  /** A row as it is, or null. */
  MemoryRow row(long user, BlockPlace place) {
    Long id = rowByKey.get(key(user, place));
    return id == null ? null : rows.get(id);
  }

  @Override
  public List<StoredState> find(long user, List<BlockPlace> places) {
    List<StoredState> found = new ArrayList<>();
    for (BlockPlace place : places) {
      MemoryRow row = row(user, place);
      if (row != null) {
        found.add(row.stored(nameById));
      }
    }
    return found;
  }

  @Override
  public void save(List<Edit> edits) {
    Map<String, MemoryRow> changed = new LinkedHashMap<>();
    List<MemoryRow> saves = new ArrayList<>();
    for (Edit edit : edits) {
      String key = key(edit.user(), edit.place());
      MemoryRow before = changed.getOrDefault(key, row(edit.user(), edit.place()));
      if (before == null && !edit.creates()) {
        continue;
      }
      String text = edit.change().apply(before == null ? null : before.state());
      LocalDateTime now = Moments.saved(clock.instant());
      MemoryRow after =
          before == null
              ? MemoryRow.created(rows.size() + changed.size() + 1L, edit, text, now)
              : before.withState(text, now);
      changed.put(key, after);
      saves.add(after);
    }
    // Nothing can fail from here on.
    changed.forEach(this::put);
    saves.forEach(this::record);
  }

  @Override
  public void together(Runnable work) {
    Map<String, Long> keysBefore = new HashMap<>(rowByKey);
    Map<Long, MemoryRow> rowsBefore = new HashMap<>(rows);
    Map<Long, List<StoredVersion>> versionsBefore = new HashMap<>();
    versions.forEach((row, list) -> versionsBefore.put(row, new ArrayList<>(list)));
    try {
      work.run();
    } catch (RuntimeException e) {
      restore(rowByKey, keysBefore);
      restore(rows, rowsBefore);
      restore(versions, versionsBefore);
      throw e;
    }
  }

  private static <K, V> void restore(Map<K, V> map, Map<K, V> before) {
    map.clear();
    map.putAll(before);
  }

  /** Saves a score as the platform's grading does: beside the state, with a version of its own. */
  void saveScore(long user, BlockPlace place, Double grade, Double maxGrade) {
    MemoryRow before = row(user, place);
    LocalDateTime now = Moments.saved(clock.instant());
    Edit edit = new Edit(user, place, true, stored -> stored, null);
    MemoryRow base = before == null ? MemoryRow.created(rows.size() + 1L, edit, null, now) : before;
    MemoryRow after = base.withScore(grade, maxGrade, now);
    put(key(user, place), after);
    record(after);
  }

  private void put(String key, MemoryRow row) {
    rowByKey.put(key, row.id());
    rows.put(row.id(), row);
  }

  private void record(MemoryRow row) {
    if (row.place().moduleType().equals("problem")) {
      versions
          .computeIfAbsent(row.id(), any -> new ArrayList<>())
          .add(0, new StoredVersion(row.state(), row.modified()));
    }
  }

  @Override
  public Iterator<StoredVersion> versions(long user, BlockPlace place) {
    MemoryRow row = row(user, place);
    return row == null
        ? List.<StoredVersion>of().iterator()
        : List.copyOf(versions.getOrDefault(row.id(), List.of())).iterator();
  }

  @Override
  public Iterator<StoredState> ofBlock(String moduleId) {
    String folded = Collation.fold(moduleId);
    return rows(row -> Collation.fold(row.place().moduleId()).equals(folded));
  }

  @Override
  public Iterator<StoredState> ofCourse(String courseId, Optional<String> moduleType) {
    String folded = Collation.fold(courseId);
    return rows(
        row ->
            Collation.fold(row.place().courseId()).equals(folded)
                && (moduleType.isEmpty() || moduleType.get().equals(row.place().moduleType())));
  }

  /** Goes on behind the last row that was given out, so that writing in between does no harm. */
  private Iterator<StoredState> rows(Predicate<MemoryRow> wanted) {
    return new Pages<>() {
      private long last;

      @Override
      protected List<StoredState> nextPage() {
        List<StoredState> page = new ArrayList<>();
        for (MemoryRow row : rows.tailMap(last, false).values()) {
          last = row.id();
          if (wanted.test(row)) {
            page.add(row.stored(nameById));
          }
          if (page.size() == ROWS_PER_PAGE) {
            return page;
          }
        }
        return page.isEmpty() ? null : page;
      }
    };
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
