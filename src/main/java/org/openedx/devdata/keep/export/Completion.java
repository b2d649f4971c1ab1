package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.jdbc.table.Column;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.engine.ExactComparison;
import org.openedx.devdata.plan.kind.FieldValues;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.plan.row.ComparedRow;
import org.openedx.devdata.plan.row.Purpose;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.SpecRecord;

/**
 * Finds out which fields the records of a chunk need: it has the factory make their rows, says the
 * fields of columns that would differ, and begins again until none does. Used for one chunk.
 */
final class Completion {

  /** One more than any kind needs; what differs then is reported. */
  private static final int ROUNDS = 12;

  private final Inverse inverse;
  private final KindLinks links;
  private final DraftMaker maker;
  private final Selection selection;
  private final ExactComparison comparison;
  private final Map<Integer, RecordDraft> byNumber = new HashMap<>();

  /** Number of times that more of the natural key was said. */
  private final Map<RecordDraft, Integer> keyed = new HashMap<>();

  private List<RecordDraft> drafts;

  Completion(
      Inverse inverse,
      KindLinks links,
      DraftMaker maker,
      Selection selection,
      ExactComparison comparison) {
    this.inverse = inverse;
    this.links = links;
    this.maker = maker;
    this.selection = selection;
    this.comparison = comparison;
  }

  /** A field that is to be said. */
  private record Wanted(RecordDraft draft, String field, Object value, boolean later) {}

  /**
   * Completes the drafts; refuses those that no record can stand for.
   *
   * @return all rows of the drafts that are left, as a load would make them
   */
  List<ComparedRow> complete(List<RecordDraft> all) {
    drafts = all;
    for (int round = 1; ; round++) {
      drafts = drafts.stream().filter(draft -> draft.refusal().isEmpty()).toList();
      byNumber.clear();
      drafts.forEach(this::number);
      List<ComparedRow> compared = compare(drafts);
      List<Wanted> wanted = new ArrayList<>();
      boolean found = true;
      for (ComparedRow row : compared) {
        found &= look(row, wanted);
      }
      if (found && wanted.isEmpty() || round == ROUNDS) {
        return compared;
      }
      boolean early = !found || wanted.stream().anyMatch(one -> !one.later());
      wanted.stream()
          .filter(one -> !early || !one.later())
          .filter(one -> !one.draft().has(one.field()))
          .forEach(one -> one.draft().say(one.field(), one.value()));
    }
  }

  private void number(RecordDraft draft) {
    byNumber.put(draft.number(), draft);
    draft.nested().values().forEach(list -> list.forEach(this::number));
  }

  RecordDraft draftOf(ComparedRow row) {
    return byNumber.get(row.row().position().line());
  }

  /** A record whose row cannot be distinguished from another is looked at alone. */
  private List<ComparedRow> compare(List<RecordDraft> some) {
    if (some.isEmpty()) {
      return List.of();
    }
    try {
      List<SpecRecord> records = some.stream().map(RecordDraft::toRecord).toList();
      return comparison.compare(inverse.kind().name(), records);
    } catch (RowProblem | IllegalArgumentException e) {
      if (some.size() == 1) {
        some.get(0).refuse(String.valueOf(e.getMessage()));
        return List.of();
      }
      int half = some.size() / 2;
      List<ComparedRow> compared = new ArrayList<>(compare(some.subList(0, half)));
      compared.addAll(compare(some.subList(half, some.size())));
      return compared;
    }
  }

  /** Returns whether the row is where it should be, or nothing can be said about it. */
  private boolean look(ComparedRow row, List<Wanted> wanted) {
    RecordDraft draft = draftOf(row);
    if (draft == null || !draft.refusal().isEmpty()) {
      return true;
    }
    Table table = row.row().table();
    boolean main = isMain(row, draft);
    int key = table.primaryKeyIndex();
    if (main && (!row.isThere() || !row.found()[key].equals(draft.row().key()))) {
      return !sayKey(draft);
    }
    if (!row.isThere()) {
      inverse
          .unless(table)
          .filter(said -> draft.kind() == inverse.kind() && !draft.has(said.field()))
          .ifPresent(said -> wanted.add(new Wanted(draft, said.field(), said.value(), false)));
      return true;
    }
    if (!draft.mayDescribe(table, row.found()[key])) {
      return true;
    }
    for (int column : row.differing()) {
      want(draft, table, table.columns().get(column), row.found()[column])
          .filter(one -> !draft.has(one.field()))
          .ifPresent(wanted::add);
    }
    return true;
  }

  private boolean isMain(ComparedRow row, RecordDraft draft) {
    return row.row().purpose() == Purpose.DECLARED
        && draft.kind() == inverse.kind()
        && row.row().table() == draft.row().table();
  }

  private Optional<Wanted> want(RecordDraft draft, Table table, Column column, Object found) {
    if (!takes(column)) {
      return Optional.empty();
    }
    Optional<Inverse.Link> link = inverse.link(draft.kind(), table, column.name());
    if (link.isPresent()) {
      return value(link.get(), found).map(value -> wanted(draft, link.get().field(), value));
    }
    Optional<KindLinks.ToRow> reference =
        draft.kind() == inverse.kind() ? links.of(table, column.name()) : Optional.empty();
    return reference.flatMap(
        one ->
            found == null
                ? FieldValues.of(one.field(), null)
                    .map(value -> wanted(draft, one.field().name(), value))
                : maker.name(one, found).map(name -> wanted(draft, one.field().name(), name)));
  }

  private Wanted wanted(RecordDraft draft, String field, Object value) {
    return new Wanted(draft, field, value, inverse.isLater(draft.kind(), field));
  }

  /** Hashes of passwords, secrets and times are only written where they are asked for. */
  private boolean takes(Column column) {
    if ("now".equals(column.defaultText()) && !selection.times()) {
      return false;
    }
    return !column.secret()
        || (column.name().equals("password") ? selection.passwords() : selection.secrets());
  }

  /** The value of a column as its field has it; empty where the field cannot say it. */
  static Optional<Object> value(Inverse.Link link, Object found) {
    Field field = link.kind().fields().get(link.kind().indexOf(link.field()));
    if (found == null) {
      return FieldValues.of(field, null);
    }
    return Optional.ofNullable(link.reading().apply(found))
        .flatMap(value -> FieldValues.of(field, value));
  }

  /** Says more of what finds the row again; refuses the draft when all was said before. */
  private boolean sayKey(RecordDraft draft) {
    int times = keyed.merge(draft, 1, Integer::sum);
    if (times > 2) {
      draft.refuse("another row of the table has the same natural key");
      return false;
    }
    maker.sayKey(draft, times == 2);
    return true;
  }
}
