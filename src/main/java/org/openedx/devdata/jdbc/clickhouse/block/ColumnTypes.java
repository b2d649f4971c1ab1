package org.openedx.devdata.jdbc.clickhouse.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types of columns in the words of ClickHouse, and what reads their values. Stateless. */
public final class ColumnTypes {

  private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("(?:`[^`]*`|\\w+) (.+)", Pattern.DOTALL);

  private ColumnTypes() {}

  /** Returns whether values of a type can be read. */
  public static boolean isReadable(String type) {
    return reader(type).isPresent();
  }

  /** The reader of a column of a type; empty for types whose values only a server can read. */
  static Optional<BlockColumn> reader(String type) {
    Matcher call = CALL.matcher(type.strip());
    if (!call.matches()) {
      return type.strip().equals("String")
          ? Optional.of(new TextColumn())
          : ScalarForms.of(type.strip(), List.of());
    }
    List<String> arguments = arguments(call.group(2));
    return switch (call.group(1)) {
      case "Nullable" -> reader(arguments.get(0)).map(NullableColumn::new);
      case "Array" -> reader(arguments.get(0)).map(elements -> new ListColumn(elements, "[]"));
      case "SimpleAggregateFunction" -> reader(arguments.get(1));
      case "Map" ->
          elements(arguments)
              .map(TupleColumn::ofEntry)
              .map(entries -> new ListColumn(entries, "{}"));
      case "Tuple" -> elements(arguments).map(TupleColumn::ofTuple);
      default -> ScalarForms.of(call.group(1), arguments);
    };
  }

  private static Optional<List<BlockColumn>> elements(List<String> arguments) {
    List<BlockColumn> elements = new ArrayList<>();
    for (String argument : arguments) {
      Matcher named = NAMED.matcher(argument);
      Optional<BlockColumn> element = reader(named.matches() ? named.group(1) : argument);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
    }
    return Optional.of(elements);
  }

  /** The arguments of a type, at the commas that stand in no brackets or quotes. */
  static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one == '\\') {
        at++;
      } else if (one == '\'') {
        quoted = !quoted;
      } else if (!quoted && (one == '(' || one == ')')) {
        depth += one == '(' ? 1 : -1;
      } else if (!quoted && depth == 0 && one == ',') {
        arguments.add(text.substring(start, at).strip());
        start = at + 1;
      }
    }
    arguments.add(text.substring(start).strip());
    return arguments;
  }
}
