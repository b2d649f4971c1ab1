package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.MySqlDatabase;
import org.openedx.devdata.jdbc.rows.RowFilter;
import org.openedx.devdata.jdbc.rows.RowPages;
import org.openedx.devdata.jdbc.schema.BoundTable;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Holding;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.keep.export.anonymous.Anonymiser;
import org.openedx.devdata.plan.engine.ExactComparison;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.plan.row.ComparedRow;
import org.openedx.devdata.plan.row.Purpose;

/** Writes the rows of one kind as records, a page of rows at a time. Used once. */
final class KindExport {

  private final Inverse inverse;
  private final KindLinks links;
  private final FieldHoldings holdings;
  private final ServiceRows rows;
  private final Selection selection;
  private final ExactComparison comparison;
  private final ReadBack readBack;
  private final ExportTally tally;
  private final SpecFiles files;
  private final Optional<Anonymiser> anonymiser;

  KindExport(
      Inverse inverse,
      KindLinks links,
      ServiceRows rows,
      Selection selection,
      ExactComparison comparison,
      ReadBack readBack,
      ExportTally tally,
      SpecFiles files,
      Optional<Anonymiser> anonymiser) {
    this.anonymiser = anonymiser;
    this.inverse = inverse;
    this.links = links;
    this.holdings = new FieldHoldings(inverse);
    this.rows = rows;
    this.selection = selection;
    this.comparison = comparison;
    this.readBack = readBack;
    this.tally = tally;
    this.files = files;
  }

  /** Writes all rows of all sources. */
  void run(MySqlDatabase database, int pageSize) {
    for (Inverse.Source source : inverse.sources()) {
      BoundTable table = rows.bound(source.table());
      if (table == null) {
        continue; // A release without it.
      }
      RowFilter filter = rows.filter(inverse, source);
      int key = source.table().primaryKeyIndex();
      List<Object[]> page;
      Object after = null;
      do {
        page = RowPages.page(database, table, filter, after, pageSize);
        if (!page.isEmpty()) {
          after = page.get(page.size() - 1)[key];
          write(source, page);
        }
      } while (page.size() == pageSize);
    }
  }

  private void write(Inverse.Source source, List<Object[]> page) {
    DraftMaker maker = new DraftMaker(inverse, links, rows);
    List<RecordDraft> drafts = maker.begin(source, page);
    Completion completion = new Completion(inverse, links, maker, selection, comparison);
    List<ComparedRow> compared = completion.complete(drafts);
    List<RecordDraft> left = accepted(drafts);
    Map<RecordDraft, Map<String, String>> dropped = readBack.check(inverse.kind(), left);
    compared.forEach(row -> count(row, completion.draftOf(row)));
    dropped.forEach(this::countDropped);
    drafts.stream().filter(draft -> !draft.refusal().isEmpty()).forEach(this::leave);
    List<RecordDraft> written = anonymiser.map(names -> replaced(left, names)).orElse(left);
    written = accepted(written);
    written.forEach(draft -> tally.record(inverse.kind().name()));
    files.write(inverse.kind(), written);
  }

  /** The records with other people's values, which a load takes, too. */
  private List<RecordDraft> replaced(List<RecordDraft> drafts, Anonymiser names) {
    List<RecordDraft> left = accepted(drafts);
    left.forEach(draft -> replace(draft, names));
    readBack.check(inverse.kind(), left).forEach(this::countDropped);
    left.stream().filter(draft -> !draft.refusal().isEmpty()).forEach(this::leave);
    return left;
  }

  private void replace(RecordDraft draft, Anonymiser names) {
    draft.nested().values().forEach(list -> list.forEach(one -> replace(one, names)));
    for (int field = 0; field < draft.kind().fields().size(); field++) {
      if (draft.value(field) != null) {
        Optional<Holding> holding = holdings.of(draft, draft.kind().fields().get(field));
        names.replace(draft, field, holding.orElse(Holding.FREE_TEXT));
        if (holding.isEmpty()) {
          tally.unsaid(
              draft.row().table(),
              draft.kind().fields().get(field).name(),
              "is not known to be harmless, so it was replaced as free text");
        }
      }
    }
  }

  private static List<RecordDraft> accepted(List<RecordDraft> drafts) {
    return new ArrayList<>(drafts.stream().filter(draft -> draft.refusal().isEmpty()).toList());
  }

  private void leave(RecordDraft draft) {
    rows.leave(draft.row());
    tally.refused(inverse.kind().name(), draft.row().table(), draft.refusal());
  }

  private void count(ComparedRow row, RecordDraft draft) {
    if (draft == null || !draft.refusal().isEmpty()) {
      return;
    }
    Table table = row.row().table();
    if (!row.isThere()) {
      tally.made(table);
      return;
    }
    tally.covered(table, row.found()[table.primaryKeyIndex()], row.row().purpose());
    boolean own = row.row().purpose() != Purpose.IMPLIED;
    for (int column : own ? row.differing() : List.<Integer>of()) {
      if (column == table.primaryKeyIndex()) {
        continue; // Keys of rows are no part of specs.
      }
      tally.unsaid(table, table.columns().get(column).name(), reason(table, column));
    }
  }

  private static String reason(Table table, int index) {
    Column column = table.columns().get(index);
    if (column.secret()) {
      return "is secret";
    }
    return "now".equals(column.defaultText()) ? "is the time of the load" : "has no field";
  }

  /** Fields whose values a load refuses. */
  private void countDropped(RecordDraft draft, Map<String, String> fields) {
    if (!draft.refusal().isEmpty()) {
      return;
    }
    fields.forEach(
        (field, reason) ->
            inverse.links().stream()
                .filter(link -> link.kind() == inverse.kind() && link.field().equals(field))
                .findFirst()
                .ifPresentOrElse(
                    link -> tally.unsaid(link.table(), link.column(), reason),
                    () -> tally.unsaid(draft.row().table(), field, reason)));
  }
}
