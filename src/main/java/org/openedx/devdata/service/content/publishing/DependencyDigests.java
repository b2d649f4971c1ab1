package org.openedx.devdata.service.content.publishing;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The digests of what versions depend on. Primary keys of versions are part of them, so that they
 * differ from database to database. Not thread-safe.
 */
public final class DependencyDigests {

  private final ToLongFunction<Version> ids;
  private final UnaryOperator<String> digest;
  private final IdentityHashMap<LogRecord, String> known = new IdentityHashMap<>();

  /**
   * @param ids primary keys of versions
   * @param digest makes eight hex digits of lines
   */
  public DependencyDigests(ToLongFunction<Version> ids, UnaryOperator<String> digest) {
    this.ids = ids;
    this.digest = digest;
  }

  /** The digest of a record; empty when nothing that it shows is alive. */
  public String of(LogRecord record) {
    String found = known.get(record);
    if (found == null) {
      found = compute(record);
      known.put(record, found);
    }
    return found;
  }

  private String compute(LogRecord record) {
    List<LogRecord> dependencies = record.dependencies();
    if (dependencies.isEmpty()) {
      return "";
    }
    return digest.apply(
        dependencies.stream()
            .sorted(Comparator.comparingLong(this::id))
            .map(dependency -> id(dependency) + ":" + of(dependency))
            .collect(Collectors.joining("\n")));
  }

  private long id(LogRecord dependency) {
    return ids.applyAsLong(dependency.after().orElseThrow());
  }
}
