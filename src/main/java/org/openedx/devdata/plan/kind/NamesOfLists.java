package org.openedx.devdata.plan.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.plan.row.StoredRow;

/**
 * Reads a field that lists the names of rows, from the table that joins those with the record's.
 *
 * @param field name of the field
 * @param joins the table
 * @param owner its column with the key of the record's row
 * @param member its column with the key of a row that is listed
 * @param members table of the rows that are listed
 */
public record NamesOfLists(String field, Table joins, String owner, String member, Table members)
    implements RecordParts {

  @Override
  public void read(List<RecordDraft> drafts, Reader reader) {
    Map<Object, RecordDraft> byKey = new HashMap<>();
    drafts.forEach(draft -> byKey.put(draft.row().key(), draft));
    List<StoredRow> rows = reader.find(joins, owner, byKey.keySet());
    Map<Object, String> names =
        reader.names(members, rows.stream().map(row -> row.get(member)).distinct().toList());
    Map<RecordDraft, List<String>> lists = new HashMap<>();
    for (StoredRow row : rows) {
      String name = names.get(row.get(member));
      if (Objects.nonNull(name)) {
        lists
            .computeIfAbsent(byKey.get(row.get(owner)), any -> new java.util.ArrayList<>())
            .add(name);
      }
    }
    lists.forEach((draft, list) -> draft.say(field, list));
  }
}
