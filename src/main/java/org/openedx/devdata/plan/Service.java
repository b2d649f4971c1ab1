package org.openedx.devdata.plan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.plan.kind.ReferenceRule;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.ServiceDescriptor;
import org.openedx.devdata.spec.ServiceSpec;

/** A service that a top-level spec can name, wherever its rows go. Stateless; safe to share. */
public interface Service {

  /** Kinds and settings of its spec files. */
  ServiceDescriptor descriptor();

  /** Services whose specs a spec of this one may take something from. */
  default Set<String> sources() {
    return Set.of();
  }

  /** Those of them that this spec really takes something from. */
  default Set<String> sources(ServiceSpec spec) {
    return Set.of();
  }

  /**
   * Checks a spec beyond its form, without a database; adds what it finds. A field whose value was
   * refused is absent, even one that its kind requires.
   */
  void check(ServiceSpec spec, Problems problems);

  /**
   * The same service, whose checks take this run clock: only then can times that follow the clock
   * and times that do not be put in order.
   */
  default Service at(Instant now) {
    return this;
  }

  /**
   * The same service, whose records write their files below this folder: what the platform's
   * settings call media.
   */
  default Service withMediaRoot(Path folder) {
    return this;
  }

  /**
   * Checks a spec that a top-level spec lists.
   *
   * @param earlier the specs that are listed before it
   */
  default void check(ServiceSpec spec, List<ServiceSpec> earlier, Problems problems) {
    check(spec, problems);
  }

  /** References that must resolve before anything is written. */
  default List<ReferenceRule> references() {
    return List.of();
  }

  /** The same service, when its rows go to MySQL. */
  default Optional<SqlService> inMySql() {
    return Optional.empty();
  }

  /** Returns whether what a failed entry has written is rolled back. */
  boolean rollsBack();

  /**
   * Opens the database or store of an entry and looks whether it can take the rows; writes nothing.
   *
   * @throws org.openedx.devdata.jdbc.DatabaseException when it is away or not as expected
   */
  OpenEntry open(RunEntry entry, RunContext run);
}
