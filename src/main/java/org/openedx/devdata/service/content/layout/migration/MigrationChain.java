package org.openedx.devdata.service.content.layout.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.service.content.layout.Layout;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The migrations that lead to each layout, in upstream's order. Immutable. */
public final class MigrationChain {

  private final Map<Layout, List<Migration>> added;
  private final List<Migration> stubs;
  private final Map<Migration, String> releases;

  private MigrationChain(
      Map<Layout, List<Migration>> added, List<Migration> stubs, Map<Migration, String> releases) {
    this.added = added;
    this.stubs = stubs;
    this.releases = releases;
  }

  /** The chain of devdata. */
  public static MigrationChain standard() {
    try (InputStream in = MigrationChain.class.getResourceAsStream("migrations.yaml")) {
      Map<String, List<String>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<Layout, List<Migration>> added = new EnumMap<>(Layout.class);
      for (Layout layout : Layout.values()) {
        added.put(layout, file.get(layout.name()).stream().map(Migration::parse).toList());
      }
      Map<Migration, String> releases = new HashMap<>();
      for (String text : file.get("releases")) {
        int colon = text.indexOf(" = ");
        releases.put(Migration.parse(text.substring(0, colon)), text.substring(colon + 3));
      }
      return new MigrationChain(
          added, file.get("stubs").stream().map(Migration::parse).toList(), releases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The migrations between the layout before and this one. */
  public List<Migration> addedBy(Layout layout) {
    return added.get(layout);
  }

  /** All migrations that a database of a layout has had. */
  public List<Migration> upTo(Layout layout) {
    List<Migration> all = new ArrayList<>();
    for (Layout each : Layout.values()) {
      if (each.compareTo(layout) <= 0) {
        all.addAll(addedBy(each));
      }
    }
    return all;
  }

  /** A migration and all before it. */
  public List<Migration> upTo(Migration last) {
    List<Migration> all = upTo(Layout.CURRENT);
    return all.subList(0, all.indexOf(last) + 1);
  }

  /** The migrations of the merged app, of which each needs the one before. */
  public List<Migration> merged() {
    return upTo(Layout.CURRENT).stream().filter(Migration::isMerged).toList();
  }

  /**
   * The layout that a migration belongs to: it comes after the layout before, and leads to this.
   */
  public Layout of(Migration migration) {
    return Arrays.stream(Layout.values())
        .filter(layout -> addedBy(layout).contains(migration))
        .findFirst()
        .orElseThrow();
  }

  /** The latest layout whose migrations a database has had that ends at one of them. */
  public Layout endedBy(Migration last) {
    Layout of = of(last);
    List<Migration> added = addedBy(of);
    return added.get(added.size() - 1).equals(last) ? of : Layout.values()[of.ordinal() - 1];
  }

  /** The releases of upstream's package that end at a migration; empty where none does. */
  public String releases(Migration last) {
    return releases.getOrDefault(last, "");
  }

  /** Models of the old apps that the merged release still has: app and model. */
  List<Migration> stubModels() {
    return stubs;
  }
}
