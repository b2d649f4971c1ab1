package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.kind.Inverse;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.plan.row.StoredRow;
import org.openedx.devdata.spec.Field;

/** Begins the records of a chunk of rows with the fields that find those again. */
final class DraftMaker {

  private final Inverse inverse;
  private final KindLinks links;
  private final ServiceRows rows;
  private final IdentityHashMap<Table, Map<Object, String>> names = new IdentityHashMap<>();
  private int numbers;

  DraftMaker(Inverse inverse, KindLinks links, ServiceRows rows) {
    this.inverse = inverse;
    this.links = links;
    this.rows = rows;
  }

  /**
   * A draft for each row, with the fields that its kind requires.
   *
   * @param page rows of the source, by column index
   */
  List<RecordDraft> begin(Inverse.Source source, List<Object[]> page) {
    numbers = 0;
    look(source.table(), page);
    List<RecordDraft> drafts = new ArrayList<>();
    for (Object[] values : page) {
      StoredRow row = new StoredRow(source.table(), values);
      RecordDraft draft = new RecordDraft(inverse.kind(), row, () -> ++numbers);
      source.says().forEach(draft::say);
      for (Field field : inverse.kind().fields()) {
        boolean wanted = field.required() || inverse.always().contains(field.name());
        if (wanted && field.forbidden().isEmpty() && !draft.has(field.name())) {
          require(draft, field);
        }
      }
      drafts.add(draft);
    }
    inverse.parts().forEach(part -> part.read(drafts, rows));
    return drafts;
  }

  /** Looks up all names that the page's rows may need. */
  private void look(Table table, List<Object[]> page) {
    names.clear();
    IdentityHashMap<Table, Set<Object>> keys = new IdentityHashMap<>();
    for (KindLinks.ToRow link : links.of(table)) {
      Set<Object> some = keys.computeIfAbsent(link.target(), any -> new HashSet<>());
      page.forEach(row -> some.add(row[table.indexOf(link.column())]));
      some.removeIf(Objects::isNull);
    }
    keys.forEach((target, some) -> names.put(target, rows.names(target, some)));
  }

  /** Name of the row to which a column refers; empty where no record may name it. */
  Optional<String> name(KindLinks.ToRow link, Object key) {
    return Optional.ofNullable(names.getOrDefault(link.target(), new HashMap<>()).get(key));
  }

  private void require(RecordDraft draft, Field field) {
    StoredRow row = draft.row();
    for (KindLinks.ToRow link : links.of(row.table())) {
      if (link.field().equals(field)) {
        Optional<String> name = name(link, row.get(link.column()));
        name.ifPresent(text -> draft.say(field.name(), text));
        if (name.isEmpty()) {
          draft.refuse("the row that its %s refers to is left out".formatted(link.column()));
        }
        return;
      }
    }
    Optional<Inverse.Link> plain =
        inverse.links().stream()
            .filter(link -> link.kind() == inverse.kind() && link.table() == row.table())
            .filter(link -> link.field().equals(field.name()))
            .findFirst();
    if (plain.isPresent()) {
      Optional<Object> value = Completion.value(plain.get(), row.get(plain.get().column()));
      value.ifPresent(said -> draft.say(field.name(), said));
      if (value.isEmpty()) {
        draft.refuse("its %s cannot be said in a spec".formatted(plain.get().column()));
      }
    }
  }

  /**
   * Says what the row's natural key is made of.
   *
   * @param later whether also fields that have defaults by the others
   */
  void sayKey(RecordDraft draft, boolean later) {
    StoredRow row = draft.row();
    for (String column : row.table().naturalKey()) {
      Optional<Inverse.Link> link = inverse.link(inverse.kind(), row.table(), column);
      link.filter(one -> !draft.has(one.field()))
          .filter(one -> later || !inverse.isLater(inverse.kind(), one.field()))
          .flatMap(one -> Completion.value(one, row.get(column)))
          .ifPresent(value -> draft.say(link.orElseThrow().field(), value));
      links
          .of(row.table(), column)
          .filter(one -> !draft.has(one.field().name()))
          .ifPresent(
              one ->
                  name(one, row.get(column))
                      .ifPresent(name -> draft.say(one.field().name(), name)));
    }
  }
}
