package org.openedx.devdata.service.content.layout.status;

import java.util.List;
import java.util.Optional;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.migration.Migration;

/**
 * State of a database's layout, and what Django would do with it.
 *
 * @param tables the layout that all tables and columns are of; empty when they are of none
 * @param migrations the latest layout whose migrations are all recorded; empty when none is
 * @param ends the last migration of the merged app that is recorded or that the tables show; empty
 *     before the first
 * @param findings contradictions, worst first; none when tables, rows, keys and content types agree
 * @param next what Django's {@code migrate} of the current release would still do, in order
 */
public record ContentStatus(
    Optional<Layout> tables,
    Optional<Layout> migrations,
    Optional<End> ends,
    List<Finding> findings,
    List<NextMigration> next) {

  public ContentStatus {
    findings = List.copyOf(findings);
    next = List.copyOf(next);
  }

  /**
   * Place of a database in the chain of migrations.
   *
   * @param migration the last one that has begun
   * @param releases of upstream's package that end there; empty where none does
   */
  public record End(Migration migration, String releases) {}

  /** Area in which a contradiction shows. */
  public enum Area {
    TABLES,
    MIGRATIONS,
    FOREIGN_KEYS,
    CONTENT_TYPES
  }

  /**
   * A contradiction.
   *
   * @param area where
   * @param message what is wrong, and what to do
   */
  public record Finding(Area area, String message) {}

  /**
   * A migration that Django has not recorded.
   *
   * @param migration its app and name
   * @param trouble why it would fail; empty when it would not
   */
  public record NextMigration(Migration migration, String trouble) {}

  /** Returns whether Django's {@code migrate} would stop with an error. */
  public boolean wouldFail() {
    return next.stream().anyMatch(migration -> !migration.trouble().isEmpty());
  }
}
