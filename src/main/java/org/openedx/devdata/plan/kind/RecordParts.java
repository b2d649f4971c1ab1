package org.openedx.devdata.plan.kind;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.StoredRow;

/**
 * The part of a kind's inverse that no description of columns says: lists, and fields that stand
 * for several columns. Stateless; safe to share.
 */
@FunctionalInterface
public interface RecordParts {

  /** Reads what belongs to rows. Not thread-safe. */
  interface Reader {

    /**
     * Rows of a table whose column has one of the values, in the order of their primary keys; none
     * where this database lacks the table.
     */
    List<StoredRow> find(Table table, String column, Collection<?> values);

    /** Names of the rows of a table, by primary key: those of its natural key's first column. */
    Map<Object, String> names(Table table, Collection<?> keys);
  }

  /** Says in each draft of a chunk what belongs to its row; may refuse one. */
  void read(List<RecordDraft> drafts, Reader reader);
}
