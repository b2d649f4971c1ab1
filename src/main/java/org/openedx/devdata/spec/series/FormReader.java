package org.openedx.devdata.spec.series;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.openedx.devdata.random.RandomStream;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.yaml.ListNode;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * Reads the values of a series: texts with placeholders, and mappings with the one key {@code
 * pick}, {@code between} or {@code each}, wherever they stand. Used for one series.
 */
final class FormReader {

  private final Axes axes;
  private final RandomStream stream;
  private final BiConsumer<SpecNode, String> problems;
  private final Placeholders placeholders;

  FormReader(Axes axes, RandomStream stream, BiConsumer<SpecNode, String> problems) {
    this.axes = axes;
    this.stream = stream;
    this.problems = problems;
    this.placeholders = new Placeholders(axes, problems);
  }

  /**
   * Reads a value.
   *
   * @param type of the field; null where it is not known
   * @param path names of the keys that lead to the value, which its random numbers depend on
   */
  Form read(SpecNode node, FieldType type, String path) {
    if (node instanceof ScalarNode scalar) {
      return placeholders.form(scalar);
    }
    if (node instanceof ListNode list) {
      return list(list, type, path);
    }
    MapNode map = (MapNode) node;
    if (SeriesKeys.isValue(map) && !isField(type, map.key(0))) {
      return value(map, type, path);
    }
    return map(map, type, path);
  }

  private static boolean isField(FieldType type, String key) {
    Kind kind = kindOf(type);
    return kind != null && kind.indexOf(key) >= 0;
  }

  private static Kind kindOf(FieldType type) {
    if (type instanceof FieldType.Nested nested) {
      return nested.kind();
    }
    return type instanceof FieldType.Records records ? records.kind() : null;
  }

  private Form list(ListNode list, FieldType type, String path) {
    FieldType element = type instanceof FieldType.ListOf of ? of.element() : type;
    List<Form> forms = new ArrayList<>();
    for (int item = 0; item < list.items().size(); item++) {
      forms.add(read(list.items().get(item), element, path + "[" + item + "]"));
    }
    return constant(forms)
        ? new Form.Constant(list)
        : turn -> list.replaced(forms.stream().map(form -> form.at(turn)).toList());
  }

  private Form map(MapNode map, FieldType type, String path) {
    List<MapNode.Entry> entries = map.entries();
    List<Form> forms =
        entries.stream()
            .map(it -> read(it.value(), typeOf(type, it.key()), path + "." + it.key()))
            .toList();
    return constant(forms) ? new Form.Constant(map) : new MapForm(map, entries, forms);
  }

  private static FieldType typeOf(FieldType type, String key) {
    Kind kind = kindOf(type);
    if (kind != null) {
      int index = kind.indexOf(key);
      return index < 0 ? null : kind.fields().get(index).type();
    }
    return type instanceof FieldType.MapOf values ? values.value() : null;
  }

  private static boolean constant(List<Form> forms) {
    return forms.stream().allMatch(Form.Constant.class::isInstance);
  }

  private Form value(MapNode map, FieldType type, String path) {
    SpecNode content = map.value(0);
    return switch (map.key(0)) {
      case SeriesKeys.PICK -> pick(map, content, type, path);
      case SeriesKeys.BETWEEN -> between(map, content, type, path);
      default -> each(map, content, type, path);
    };
  }

  private Form pick(MapNode map, SpecNode content, FieldType type, String path) {
    RandomStream own = stream.derive(path);
    if (content instanceof ListNode list && !list.items().isEmpty()) {
      return Pick.evenly(forms(list, type, path), own);
    }
    if (!(content instanceof MapNode weights) || weights.size() == 0) {
      return wrong(
          map, "pick needs a list of values, or values with their weights: {NG: 3, IN: 5}");
    }
    List<Form> values = new ArrayList<>();
    double[] sizes = new double[weights.size()];
    for (int entry = 0; entry < sizes.length; entry++) {
      MapNode.Entry value = weights.entries().get(entry);
      values.add(placeholders.form(ScalarNode.plain(value.line(), value.column(), value.key())));
      sizes[entry] = SeriesKeys.number(value.value());
      if (!(sizes[entry] > 0) || Double.isInfinite(sizes[entry])) {
        return wrong(
            value.value(),
            "the weight of %s must be a number above 0".formatted(Shown.quoted(value.key())));
      }
    }
    return Pick.weighted(values, sizes, own);
  }

  private Form between(MapNode map, SpecNode content, FieldType type, String path) {
    if (content instanceof ListNode list
        && list.items().size() == 2
        && list.items().get(0) instanceof ScalarNode first
        && list.items().get(1) instanceof ScalarNode last) {
      if (first.broken() || last.broken()) {
        return new Form.Constant(map);
      }
      try {
        return new Between(map, Between.of(first.text(), last.text(), type), stream.derive(path));
      } catch (IllegalArgumentException e) {
        return wrong(content, "between " + e.getMessage());
      }
    }
    return wrong(map, "between needs two numbers, days or times: [1, 5] or [now - 2y, now]");
  }

  private Form each(MapNode map, SpecNode content, FieldType type, String path) {
    if (!(content instanceof ListNode list) || list.items().isEmpty()) {
      return wrong(map, "each needs a list of values; every one of them gets records of its own");
    }
    List<Form> forms = forms(list, type, path);
    int axis = axes.add(new Axis.Numbers(forms.size()));
    return turn -> forms.get(turn.places()[axis]).at(turn);
  }

  private List<Form> forms(ListNode list, FieldType type, String path) {
    List<Form> forms = new ArrayList<>();
    for (int item = 0; item < list.items().size(); item++) {
      forms.add(read(list.items().get(item), type, path + "[" + item + "]"));
    }
    return forms;
  }

  /** Reports, and gives something that no reader looks at: a problem ends the run. */
  private Form wrong(SpecNode node, String message) {
    problems.accept(node, message);
    return new Form.Constant(ScalarNode.broken(node.line(), node.column()));
  }

  /** A mapping of which some values differ from record to record. */
  private record MapForm(MapNode map, List<MapNode.Entry> entries, List<Form> forms)
      implements Form {
    @Override
    public SpecNode at(Turn turn) {
      List<MapNode.Entry> made = new ArrayList<>(entries.size());
      for (int entry = 0; entry < entries.size(); entry++) {
        MapNode.Entry it = entries.get(entry);
        made.add(new MapNode.Entry(it.key(), it.line(), it.column(), forms.get(entry).at(turn)));
      }
      return MapNode.of(map.line(), map.column(), made);
    }
  }
}
