package org.openedx.devdata.keep.export;

import java.util.ArrayList;
import java.util.List;
import org.openedx.devdata.plan.kind.RecordDraft;
import org.openedx.devdata.spec.Kind;

/** The lines of a chunk's records, and the field that each line says. Not thread-safe. */
final class DraftText {

  /** Longer lists are written an item a line. */
  private static final int LIST_LENGTH = 80;

  /**
   * The place of a line.
   *
   * @param draft the record, not one in a list of it
   * @param field index of its field that the line is a part of
   */
  record Place(RecordDraft draft, int field) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Place> places = new ArrayList<>();

  /** Adds a record in the order of its kind's fields. */
  void add(RecordDraft draft) {
    add(draft, "", null);
  }

  private void add(RecordDraft draft, String indent, Place outer) {
    Kind kind = draft.kind();
    String lead = indent + "- ";
    for (int field = 0; field < kind.fields().size(); field++) {
      Place place = outer == null ? new Place(draft, field) : outer;
      String name = kind.fields().get(field).name();
      List<RecordDraft> list = draft.nested().get(field);
      Object value = draft.value(field);
      if (list != null) {
        line(lead + name + (list.isEmpty() ? ": []" : ":"), place);
        for (RecordDraft item : list) {
          add(item, indent + "  ", place);
        }
      } else if (value instanceof List<?> items) {
        items(lead + name + ":", indent + "  ", items, place);
      } else if (value != null) {
        line(lead + name + ": " + ScalarText.of(value), place);
      } else {
        continue;
      }
      lead = indent + "  ";
    }
  }

  private void items(String start, String indent, List<?> items, Place place) {
    String together = ScalarText.list(items);
    if (start.length() + together.length() <= LIST_LENGTH) {
      line(start + " " + together, place);
      return;
    }
    line(start, place);
    items.forEach(item -> line(indent + "- " + ScalarText.of(item), place));
  }

  private void line(String line, Place place) {
    text.append(line).append('\n');
    places.add(place);
  }

  /** The record and field of a line, counted from 0; null for none. */
  Place place(int line) {
    return line >= 0 && line < places.size() ? places.get(line) : null;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
