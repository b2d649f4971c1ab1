package org.openedx.devdata.plan.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.spec.Field;
import org.openedx.devdata.spec.FieldType;
import org.openedx.devdata.spec.Kind;
import org.openedx.devdata.spec.Naming;

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
 * @param providerPlace where to declare one, for messages
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
    String providerPlace,
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
   * Table and fields of a kind of records that other records name.
   *
   * @param kind name of that kind
   * @param noun one of them, for messages
   * @param table its rows
   * @param columns columns by field, where they are called otherwise
   * @param unlessSetting name of a boolean setting of a spec that makes rules void, or empty
   * @param owner the service whose specs have that kind; empty when it is the one that names them
   */
  public record Home(
      String kind,
      String noun,
      Table table,
      Map<String, String> columns,
      String unlessSetting,
      String owner) {

    /** Columns are called as the fields. */
    public Home(String kind, String noun, Table table) {
      this(kind, noun, table, Map.of(), "", "");
    }

    /** Says the column of a field. */
    public Home column(String field, String column) {
      return new Home(kind, noun, table, Map.of(field, column), unlessSetting, owner);
    }

    /** Says the setting with which what is missing is made. */
    public Home unless(String setting) {
      return new Home(kind, noun, table, columns, setting, owner);
    }

    /** Says the other service whose specs have such records. */
    public Home ownedBy(String service) {
      return new Home(kind, noun, table, columns, unlessSetting, service);
    }

    /** Returns where to declare a record, for messages. */
    String place() {
      return owner.isEmpty()
          ? kind
          : "%s in a spec of %s that is listed before".formatted(kind, owner);
    }
  }

  public ReferenceRule {
    path = List.copyOf(path);
    names = List.copyOf(names);
  }

  /** A rule for each field of the kinds, nested records included, that names records of a home. */
  public static List<ReferenceRule> to(Home home, List<Kind> kinds) {
    List<ReferenceRule> rules = new ArrayList<>();
    kinds.forEach(kind -> collect(kind, kind, List.of(), home, rules));
    return rules;
  }

  private static void collect(
      Kind top, Kind kind, List<String> path, Home home, List<ReferenceRule> rules) {
    for (Field field : kind.fields()) {
      if (field.type() instanceof FieldType.Records nested) {
        List<String> longer = Stream.concat(path.stream(), Stream.of(field.name())).toList();
        collect(top, nested.kind(), longer, home, rules);
      }
      field
          .naming()
          .filter(naming -> naming.kind().equals(home.kind()))
          .ifPresent(naming -> rules.add(rule(top, path, field, naming, home)));
    }
  }

  private static ReferenceRule rule(
      Kind top, List<String> path, Field field, Naming naming, Home home) {
    return new ReferenceRule(
        top.name(),
        path,
        field.name(),
        home.noun(),
        home.table(),
        naming.fields().stream()
            .map(name -> new Name(home.columns().getOrDefault(name, name), name))
            .toList(),
        home.kind(),
        home.place(),
        naming.required() ? home.unlessSetting() : "",
        naming.required());
  }

  /** Returns whether the field does not name a record but declares it. */
  public boolean declares() {
    return kind.equals(providerKind) && path.isEmpty();
  }
}
