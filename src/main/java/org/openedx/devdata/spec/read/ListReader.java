package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.Collation;
import org.openedx.devdata.spec.PlacedList;
import org.openedx.devdata.spec.PlacedMap;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads lists of values, and mappings from free keys to values. Immutable.
 *
 * @param label the field, for messages
 * @param keyed whether it is a mapping
 * @param distinct whether two items may not be the same to the database
 */
record ListReader(String label, ValueReader element, boolean keyed, boolean distinct)
    implements ValueReader {

  @Override
  public Object read(SpecNode node, Reading reading) {
    if (keyed) {
      return node instanceof MapNode map ? map(map, reading) : refuse(node, reading);
    }
    return node instanceof ListNode list ? list(list, reading) : refuse(node, reading);
  }

  private List<Object> list(ListNode list, Reading reading) {
    List<Object> values = new ArrayList<>(list.items().size());
    int[] places = new int[2 * list.items().size()];
    Map<String, SpecNode> seen = new HashMap<>();
    for (SpecNode item : list.items()) {
      Object value = item(item, reading);
      if (value != null) {
        places[2 * values.size()] = item.line();
        places[2 * values.size() + 1] = item.column();
        values.add(value);
        if (distinct) {
          once(value, item, seen, reading);
        }
      }
    }
    return new PlacedList<>(values.toArray(), Arrays.copyOf(places, 2 * values.size()));
  }

  private void once(Object value, SpecNode item, Map<String, SpecNode> seen, Reading reading) {
    SpecNode first = seen.putIfAbsent(Collation.fold(value.toString()), item);
    if (first != null) {
      reading.problem(
          item,
          "%s of %s is the same to the database as %s before it; remove one"
              .formatted(Reading.shown(item), label, Reading.shown(first)));
    }
  }

  private PlacedMap map(MapNode map, Reading reading) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, PlacedMap.Place> places = new LinkedHashMap<>();
    for (int entry = 0; entry < map.size(); entry++) {
      Object value = item(map.value(entry), reading);
      places.put(
          map.key(entry),
          new PlacedMap.Place(reading.atKey(map, entry), reading.at(map.value(entry))));
      if (value != null) {
        values.put(map.key(entry), value);
      }
    }
    return new PlacedMap(values, places);
  }

  private Object item(SpecNode item, Reading reading) {
    if (item instanceof ScalarNode scalar && scalar.isNull() && !(element instanceof JsonReader)) {
      reading.problem(item, label + " may not hold null; remove the empty item or quote it");
      return null;
    }
    return element.read(item, reading);
  }

  private Object refuse(SpecNode node, Reading reading) {
    if (!(node instanceof ScalarNode scalar && scalar.broken())) {
      String wanted = keyed ? "a mapping, as {key: value}" : "a list, as [one, two]";
      reading.problem(node, label + " must be " + wanted + ", not " + Reading.shown(node));
    }
    return null;
  }
}
