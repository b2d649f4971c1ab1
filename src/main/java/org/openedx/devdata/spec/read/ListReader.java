package org.openedx.devdata.spec.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/** Reads lists of values, and mappings from free keys to values. Immutable. */
record ListReader(String label, ValueReader element, boolean keyed) implements ValueReader {

  @Override
  public Object read(SpecNode node, Reading reading) {
    if (keyed) {
      return node instanceof MapNode map ? map(map, reading) : refuse(node, reading);
    }
    return node instanceof ListNode list ? list(list, reading) : refuse(node, reading);
  }

  private List<Object> list(ListNode list, Reading reading) {
    List<Object> values = new ArrayList<>(list.items().size());
    for (SpecNode item : list.items()) {
      Object value = item(item, reading);
      if (value != null) {
        values.add(value);
      }
    }
    return Collections.unmodifiableList(values);
  }

  private Map<String, Object> map(MapNode map, Reading reading) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int entry = 0; entry < map.size(); entry++) {
      Object value = item(map.value(entry), reading);
      if (value != null) {
        values.put(map.key(entry), value);
      }
    }
    return Collections.unmodifiableMap(values);
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
