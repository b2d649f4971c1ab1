package org.openedx.devdata.service.content.publishing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Record of a log for one entity. Changed only while its log is open; not thread-safe. Compared by
 * identity.
 */
public final class LogRecord {

  private final ChangeLog log;
  private final Entity entity;
  private final Version before;
  private final boolean direct;
  private Version after;
  private List<LogRecord> dependencies = List.of();

  LogRecord(ChangeLog log, Entity entity, Version before, Version after, boolean direct) {
    this.log = log;
    this.entity = entity;
    this.before = before;
    this.after = after;
    this.direct = direct;
  }

  public ChangeLog log() {
    return log;
  }

  public Entity entity() {
    return entity;
  }

  /** The version before; empty when there was none. The same as after for a pure side effect. */
  public Optional<Version> before() {
    return Optional.ofNullable(before);
  }

  /** The version after; empty for a deletion. */
  public Optional<Version> after() {
    return Optional.ofNullable(after);
  }

  /** Returns whether it was asked for, and not carried along. */
  public boolean direct() {
    return direct;
  }

  /**
   * The records that the live dependencies of the version after had when the log ended: what the
   * digest is made of.
   */
  public List<LogRecord> dependencies() {
    return dependencies;
  }

  void after(Version version) {
    this.after = version;
  }

  boolean changesNothing() {
    return before == after;
  }

  /** Notes what the dependencies are now. */
  void noteDependencies(Branch branch) {
    List<LogRecord> live = new ArrayList<>();
    if (after != null) {
      for (Entity dependency : after.dependencies()) {
        if (dependency.state(branch).version != null) {
          live.add(dependency.state(branch).record);
        }
      }
    }
    dependencies = Collections.unmodifiableList(live);
  }
}
