package org.openedx.devdata.keep.export;

import java.util.Optional;
import org.openedx.devdata.jdbc.table.Holding;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;

/**
 * Content of fields, by the columns that they say.
 *
 * @param inverse of the kind
 */
record FieldHoldings(Inverse inverse) {

  private static final String USERS = "users";

  /** The type of content of a record's field; empty where no description says it. */
  Optional<Holding> of(RecordDraft draft, Field field) {
    if (field.naming().isPresent()) {
      boolean user = field.naming().get().kind().equals(USERS);
      return Optional.of(user ? Holding.USERNAME : Holding.HARMLESS);
    }
    Optional<Inverse.Link> link =
        inverse.links().stream()
            .filter(one -> one.kind() == draft.kind() && one.field().equals(field.name()))
            .findFirst();
    if (link.isPresent()) {
      return link.get().table().holding(link.get().column());
    }
    Table table = draft.row().table();
    if (table.has(field.name())) {
      return table.holding(field.name());
    }
    FieldType type = field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
    boolean open = type instanceof FieldType.Text || type instanceof FieldType.Json;
    return open ? Optional.empty() : Optional.of(Holding.HARMLESS);
  }
}
