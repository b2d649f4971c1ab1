package org.openedx.devdata.service.content.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The history of one learning package, filled in order of time; does what upstream's functions of
 * the same names do. Not thread-safe.
 */
public final class PublishingApi {

  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final List<ChangeLog> logs = new ArrayList<>();
  private final Dependents draftDependents = new Dependents();
  private final Dependents publishedDependents = new Dependents();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private ChangeLog bulk;

  /** Makes an entity; it has no draft before its first version. */
  public Entity createEntity(String key, boolean canStandAlone, Moment created) {
    Entity entity = new Entity(key, canStandAlone, created);
    if (entities.putIfAbsent(key, entity) != null) {
      throw new HistoryException("'" + key + "' exists already in the package; choose another key");
    }
    return entity;
  }

  /** The entity of a key. */
  public Optional<Entity> entity(String key) {
    return Optional.ofNullable(entities.get(key));
  }

  /** All entities in the order of their making. */
  public Collection<Entity> entities() {
    return Collections.unmodifiableCollection(entities.values());
  }

  /** Draft changes and publishes in time order. */
  public List<ChangeLog> logs() {
    return Collections.unmodifiableList(logs);
  }

  /**
   * Makes a version and points the draft at it.
   *
   * @param number its number; empty for the next one
   * @param dependencies entities that it shows at their latest version, each once
   */
  public Version createVersion(
      Entity entity,
      Optional<Integer> number,
      String title,
      List<Entity> dependencies,
      Moment created) {
    int highest =
        entity.versions().isEmpty()
            ? 0
            : entity.versions().get(entity.versions().size() - 1).number();
    int wanted = number.orElse(highest + 1);
    if (wanted <= highest) {
      throw new HistoryException(
          "version "
              + wanted
              + " of '"
              + entity
              + "' comes after version "
              + highest
              + "; numbers must rise with time");
    }
    Version version =
        new Version(entity, wanted, title, created, List.copyOf(new LinkedHashSet<>(dependencies)));
    entity.add(version);
    setDraft(entity, version, created);
    return version;
  }

  /**
   * Points a draft at a version, or at none: a soft delete.
   *
   * @param version null to delete
   */
  public void setDraft(Entity entity, Version version, Moment moment) {
    Entity.State state = entity.state(Branch.DRAFT);
    boolean made = !state.exists;
    state.exists = true;
    if (state.version == version) {
      return;
    }
    Version before = made ? null : state.version;
    move(Branch.DRAFT, entity, version);
    if (bulk != null) {
      noteInBulk(entity, before, version);
    } else {
      String what = version == null ? "delete " + entity : entity + " v" + version.number();
      ChangeLog log = open(Branch.DRAFT, "draft " + what, "", moment);
      state.record = log.add(entity, before, version, true);
      SideEffects.complete(log, draftDependents);
    }
  }

  private void noteInBulk(Entity entity, Version before, Version after) {
    Entity.State state = entity.state(Branch.DRAFT);
    LogRecord record = bulk.record(entity);
    if (record == null) {
      state.record = bulk.add(entity, before, after, true);
      return;
    }
    record.after(after);
    if (record.changesNothing()) {
      bulk.remove(entity);
      state.record = newestDraftRecord(entity);
    }
  }

  private LogRecord newestDraftRecord(Entity entity) {
    for (int i = logs.size() - 1; i >= 0; i--) {
      LogRecord record = logs.get(i).branch() == Branch.DRAFT ? logs.get(i).record(entity) : null;
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  /**
   * Does several draft changes as one log; without a change in the end there is none.
   *
   * @param name what distinguishes the log from others of the package
   */
  public void inBulk(String name, Moment moment, Runnable changes) {
    if (bulk != null) {
      throw new HistoryException("a bulk change is open already; end it first");
    }
    bulk = open(Branch.DRAFT, "bulk " + name, "", moment);
    try {
      changes.run();
    } finally {
      ChangeLog ended = bulk;
      bulk = null;
      if (ended.records().isEmpty()) {
        logs.remove(ended);
      } else {
        SideEffects.complete(ended, draftDependents);
      }
    }
  }

  /** Points every draft at what is published; nothing where nothing differs. */
  public void resetDrafts(Moment moment) {
    List<Entity> differing =
        entities.values().stream().filter(Entity::hasUnpublishedChanges).toList();
    if (!differing.isEmpty()) {
      inBulk(
          "reset",
          moment,
          () ->
              differing.forEach(
                  entity ->
                      setDraft(entity, entity.version(Branch.PUBLISHED).orElse(null), moment)));
    }
  }

  /** Publishes all drafts with unpublished changes. */
  public ChangeLog publishAll(String message, Moment moment) {
    return publish(
        entities.values().stream().filter(Entity::hasUnpublishedChanges).toList(),
        true,
        message,
        moment);
  }

  /**
   * Publishes drafts.
   *
   * @param given entities with a draft, even a deleted one
   * @param withDependencies whether what they show is published along, as far as it has changes
   */
  public ChangeLog publish(
      Collection<Entity> given, boolean withDependencies, String message, Moment moment) {
    ChangeLog log = open(Branch.PUBLISHED, "publish", message, moment);
    Set<Entity> direct = new LinkedHashSet<>(given);
    direct.forEach(entity -> publish(log, entity, true));
    if (withDependencies) {
      dependenciesOf(direct).stream()
          .filter(entity -> log.record(entity) == null)
          .forEach(entity -> publish(log, entity, false));
    }
    SideEffects.complete(log, publishedDependents);
    return log;
  }

  private void publish(ChangeLog log, Entity entity, boolean direct) {
    Entity.State state = entity.state(Branch.PUBLISHED);
    Version before = state.version;
    Version after = entity.state(Branch.DRAFT).version;
    state.exists = true;
    move(Branch.PUBLISHED, entity, after);
    state.record = log.add(entity, before, after, direct);
  }

  /** Finds what drafts show, layer by layer through all layers: those with unpublished changes. */
  private static List<Entity> dependenciesOf(Collection<Entity> given) {
    List<Entity> changed = new ArrayList<>();
    Set<Entity> seen = new LinkedHashSet<>();
    List<Entity> layer = new ArrayList<>(given);
    while (!layer.isEmpty()) {
      List<Entity> next = new ArrayList<>();
      for (Entity entity : layer) {
        Version draft = entity.state(Branch.DRAFT).version;
        for (Entity child : draft == null ? List.<Entity>of() : draft.dependencies()) {
          if (seen.add(child)) {
            next.add(child);
          }
        }
      }
      next.stream().filter(Entity::hasUnpublishedChanges).forEach(changed::add);
      layer = next;
    }
    return changed;
  }

  private void move(Branch branch, Entity entity, Version version) {
    Entity.State state = entity.state(branch);
    Dependents dependents = branch == Branch.DRAFT ? draftDependents : publishedDependents;
    dependents.moved(entity, state.version, version);
    state.version = version;
  }

  private ChangeLog open(Branch branch, String name, String message, Moment moment) {
    int count = names.merge(name, 1, Integer::sum);
    ChangeLog log = new ChangeLog(branch, count == 1 ? name : name + " #" + count, message, moment);
    logs.add(log);
    return log;
  }
}
