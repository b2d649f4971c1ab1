package org.openedx.devdata.service.content.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One table of authored content in all layouts. Immutable. */
public final class LayoutTable {

  private static final String MERGED = "openedx_content_";

  private final String logicalName;
  private final String applet;
  private final Names present;
  private final Names former;
  private final Span span;
  private final List<LayoutColumn> columns;
  private final List<LayoutKey> keys;

  /**
   * @param name the part of a table's name after its prefix, also the model of content types
   * @param label what Django calls one of them, in the names of permissions
   * @param until the last layout with this name
   */
  private record Names(String name, String label, Layout until) {}

  private LayoutTable(
      String logicalName,
      String applet,
      Names present,
      Names former,
      Span span,
      List<LayoutColumn> columns,
      List<LayoutKey> keys) {
    this.logicalName = logicalName;
    this.applet = applet;
    this.present = present;
    this.former = former;
    this.span = span;
    this.columns = List.copyOf(columns);
    this.keys = List.copyOf(keys);
  }

  @SuppressWarnings("unchecked")
  static LayoutTable read(String name, Map<String, Object> description) {
    List<LayoutColumn> columns = new ArrayList<>();
    ((Map<String, String>) description.get("columns"))
        .forEach((column, text) -> columns.add(LayoutColumn.parse(column, text)));
    Names present = new Names(name, description.get("label").toString(), Layout.CURRENT);
    Map<String, String> formerly = (Map<String, String>) description.get("formerly");
    Object since = description.get("since");
    return new LayoutTable(
        name,
        description.get("applet").toString(),
        present,
        formerly == null
            ? present
            : new Names(
                formerly.get("name"), formerly.get("label"), Layout.valueOf(formerly.get("until"))),
        since == null ? Span.ALL : new Span(Layout.valueOf(since.toString()), Layout.CURRENT),
        columns,
        ((List<String>) description.get("keys")).stream().map(LayoutKey::parse).toList());
  }

  /** The present name without prefix, such as {@code media}, by which code asks for it. */
  public String logicalName() {
    return logicalName;
  }

  public boolean isIn(Layout layout) {
    return span.includes(layout);
  }

  /** Its name in a layout, such as {@code oel_contents_content}. */
  public String name(Layout layout) {
    return layout.isMerged() ? MERGED + model(layout) : "oel_" + applet + "_" + model(layout);
  }

  /** Label of the Django app that has it in a layout. */
  public String app(Layout layout) {
    return layout.isMerged() ? "openedx_content" : "oel_" + applet;
  }

  /** The model of its content type in a layout. */
  public String model(Layout layout) {
    return names(layout).name();
  }

  /** Django's name for one of its rows, in the names of permissions. */
  public String label(Layout layout) {
    return names(layout).label();
  }

  private Names names(Layout layout) {
    return layout.compareTo(former.until()) <= 0 ? former : present;
  }

  /**
   * A column's name in a layout.
   *
   * @param logicalColumn its name in the current layout
   * @throws IllegalArgumentException when the layout has no such column
   */
  public String column(String logicalColumn, Layout layout) {
    return columns(layout).stream()
        .filter(column -> column.logicalName().equals(logicalColumn))
        .map(LayoutColumn::name)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "table " + name(layout) + " has no column for " + logicalColumn));
  }

  /** Returns whether a layout has a column, by its name in the current layout. */
  public boolean has(String logicalColumn, Layout layout) {
    return columns(layout).stream().anyMatch(column -> column.logicalName().equals(logicalColumn));
  }

  public List<LayoutColumn> columns(Layout layout) {
    return columns.stream().filter(column -> column.span().includes(layout)).toList();
  }

  /** Says whether a later layout has the table with all its columns of an earlier one. */
  public boolean isWithin(Layout earlier, Layout later) {
    List<String> names = columns(later).stream().map(LayoutColumn::name).toList();
    return !isIn(earlier)
        || name(earlier).equals(name(later))
            && columns(earlier).stream().map(LayoutColumn::name).allMatch(names::contains);
  }

  public List<LayoutKey> keys(Layout layout) {
    return keys.stream().filter(key -> key.span().includes(layout)).toList();
  }

  /** All earlier names of the table, latest first. */
  List<String> formerNames() {
    String now = name(Layout.CURRENT);
    List<String> names =
        new ArrayList<>(
            Arrays.stream(Layout.values())
                .filter(this::isIn)
                .map(this::name)
                .filter(name -> !name.equals(now))
                .distinct()
                .toList());
    Collections.reverse(names);
    return names;
  }

  /** The name of a column before its last rename, or empty. */
  String formerName(LayoutColumn current) {
    return columns.stream()
        .filter(column -> column.logicalName().equals(current.logicalName()))
        .map(LayoutColumn::name)
        .filter(name -> !name.equals(current.name()))
        .findFirst()
        .orElse("");
  }

  /** Foreign keys of a layout: present column name to the key. */
  public Map<String, LayoutKey> foreignKeys(Layout layout) {
    Map<String, LayoutKey> foreign = new LinkedHashMap<>();
    for (LayoutKey key : keys(layout)) {
      if (key.kind() == LayoutKey.Kind.FOREIGN) {
        foreign.put(key.columns().get(0), key);
      }
    }
    return foreign;
  }

  @Override
  public String toString() {
    return logicalName;
  }
}
