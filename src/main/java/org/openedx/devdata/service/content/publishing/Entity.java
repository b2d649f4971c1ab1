package org.openedx.devdata.service.content.publishing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be published, with its versions and its state at the present point of the
 * history. Changed only by {@link PublishingApi}; not thread-safe. Compared by identity.
 */
public final class Entity {

  private final String key;
  private final boolean canStandAlone;
  private final Moment created;
  private final List<Version> versions = new ArrayList<>();
  private final State draft = new State();
  private final State published = new State();

  /** State of the entity on a branch. */
  static final class State {
    boolean exists;
    Version version;
    LogRecord record;
  }

  Entity(String key, boolean canStandAlone, Moment created) {
    this.key = key;
    this.canStandAlone = canStandAlone;
    this.created = created;
  }

  public String key() {
    return key;
  }

  public boolean canStandAlone() {
    return canStandAlone;
  }

  public Moment created() {
    return created;
  }

  /** Versions by ascending number. */
  public List<Version> versions() {
    return Collections.unmodifiableList(versions);
  }

  /** The version of a number. */
  public Optional<Version> version(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  /** Returns whether the branch has a row for it, even one without a version. */
  public boolean isOn(Branch branch) {
    return state(branch).exists;
  }

  /** The branch's version; empty when deleted or never there. */
  public Optional<Version> version(Branch branch) {
    return Optional.ofNullable(state(branch).version);
  }

  /** The log record that the branch's row points at. */
  public Optional<LogRecord> record(Branch branch) {
    return Optional.ofNullable(state(branch).record);
  }

  /** Returns whether draft and published version differ. */
  public boolean hasUnpublishedChanges() {
    return draft.exists && draft.version != published.version;
  }

  State state(Branch branch) {
    return branch == Branch.DRAFT ? draft : published;
  }

  void add(Version version) {
    versions.add(version);
  }

  @Override
  public String toString() {
    return key;
  }
}
