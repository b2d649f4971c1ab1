package org.openedx.devdata.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Naming;
import org.openedx.devdata.spec.ServiceDescriptor;

/**
 * A field of a kind that names rows of a table, by one name or a list of them, in the record itself
 * or in records nested in it.
 *
 * @param kind name of the kind that refers
 * @param path fields of nested records that lead to the field, outermost first
 * @param field its field
 * @param noun what is referred to, for messages: {@code user}
 * @param table where it is looked up
 * @param names by which columns, the first that fits counts; the fields of the kind whose records
 *     stand for such rows
 * @param providerKind name of that kind
 * @param unlessSetting name of a boolean setting of the spec that makes the rule void, or empty
 * @param required whether what is named must exist; if not, it must only be spelled as it is there
 */
public record ReferenceRule(
    String kind,
    List<String> path,
    String field,
    String noun,
    Table table,
    List<Name> names,
    String providerKind,
    String unlessSetting,
    boolean required) {

  /**
   * A way to name a row.
   *
   * @param column of the table
   * @param providerField field of the kind that provides such rows
   */
  public record Name(String column, String providerField) {}

  /**
   * Where the records of a kind that others name live.
   *
   * @param kind name of that kind
   * @param noun one of them, for messages
   * @param table its rows
   * @param columns columns by field, where they are called otherwise
   * @param unlessSetting name of a boolean setting of a spec that makes rules void, or empty
   */
  public record Home(
      String kind, String noun, Table table, Map<String, String> columns, String unlessSetting) {

    /** Columns are called as the fields. */
    public Home(String kind, String noun, Table table) {
      this(kind, noun, table, Map.of(), "");
    }

    /** Says the column of a field. */
    public Home column(String field, String column) {
      return new Home(kind, noun, table, Map.of(field, column), unlessSetting);
    }

    /** Says the setting with which what is missing is made. */
    public Home unless(String setting) {
      return new Home(kind, noun, table, columns, setting);
    }
  }

  public ReferenceRule {
    path = List.copyOf(path);
    names = List.copyOf(names);
  }

  /** A field of the kind's own records with one name, whose row must exist. */
  public ReferenceRule(
      String kind,
      String field,
      String noun,
      Table table,
      String column,
      String providerKind,
      String providerField,
      String unlessSetting) {
    this(
        kind,
        List.of(),
        field,
        noun,
        table,
        List.of(new Name(column, providerField)),
        providerKind,
        unlessSetting,
        true);
  }

  /** The rules that the fields of a service's kinds describe, nested records included. */
  public static List<ReferenceRule> of(ServiceDescriptor service, List<Home> homes) {
    List<ReferenceRule> rules = new ArrayList<>();
    for (Kind kind : service.kinds()) {
      collect(kind, kind, List.of(), homes, rules);
    }
    return rules;
  }

  private static void collect(
      Kind top, Kind kind, List<String> path, List<Home> homes, List<ReferenceRule> rules) {
    for (Field field : kind.fields()) {
      if (field.type() instanceof FieldType.Records nested) {
        List<String> longer = Stream.concat(path.stream(), Stream.of(field.name())).toList();
        collect(top, nested.kind(), longer, homes, rules);
      }
      Naming naming = field.naming().orElse(null);
      if (naming != null) {
        Home home =
            homes.stream()
                .filter(one -> one.kind().equals(naming.kind()))
                .findFirst()
                .orElseThrow();
        rules.add(
            new ReferenceRule(
                top.name(),
                path,
                field.name(),
                home.noun(),
                home.table(),
                naming.fields().stream()
                    .map(name -> new Name(home.columns().getOrDefault(name, name), name))
                    .toList(),
                home.kind(),
                naming.required() ? home.unlessSetting() : "",
                naming.required()));
      }
    }
  }

  /** Whether the field does not name a record but declares it. */
  public boolean declares() {
    return kind.equals(providerKind) && path.isEmpty();
  }
}
