package org.openedx.devdata.service.content.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draft changes or a publish: what happened in one go. Changed only by {@link PublishingApi} until
 * the next step; not thread-safe. Compared by identity.
 */
public final class ChangeLog {

  private final Branch branch;
  private final String name;
  private final String message;
  private final Moment moment;
  private final Map<Entity, LogRecord> records = new LinkedHashMap<>();
  private final Set<SideEffect> sideEffects = new LinkedHashSet<>();

  ChangeLog(Branch branch, String name, String message, Moment moment) {
    this.branch = branch;
    this.name = name;
    this.message = message;
    this.moment = moment;
  }

  public Branch branch() {
    return branch;
  }

  /** Name that distinguishes it from the other logs of its package, whatever the time. */
  public String name() {
    return name;
  }

  /** Message of a publish; empty otherwise. */
  public String message() {
    return message;
  }

  public Moment moment() {
    return moment;
  }

  /** Its records in order. */
  public Collection<LogRecord> records() {
    return Collections.unmodifiableCollection(records.values());
  }

  /** Its side effects in order. */
  public Collection<SideEffect> sideEffects() {
    return Collections.unmodifiableCollection(sideEffects);
  }

  LogRecord record(Entity entity) {
    return records.get(entity);
  }

  LogRecord add(Entity entity, Version before, Version after, boolean direct) {
    LogRecord record = new LogRecord(this, entity, before, after, direct);
    records.put(entity, record);
    return record;
  }

  void remove(Entity entity) {
    records.remove(entity);
  }

  void add(SideEffect effect) {
    sideEffects.add(effect);
  }

  List<LogRecord> snapshot() {
    return new ArrayList<>(records.values());
  }
}
