package org.openedx.devdata.service.content.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The migrations that lead to each layout, in upstream's order. Immutable. */
public final class MigrationChain {

  private final Map<Layout, List<Migration>> added;
  private final List<Migration> stubs;

  private MigrationChain(Map<Layout, List<Migration>> added, List<Migration> stubs) {
    this.added = added;
    this.stubs = stubs;
  }

  /** The chain of devdata. */
  public static MigrationChain standard() {
    try (InputStream in = MigrationChain.class.getResourceAsStream("migrations.yaml")) {
      Map<String, List<String>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<Layout, List<Migration>> added = new EnumMap<>(Layout.class);
      for (Layout layout : Layout.values()) {
        added.put(layout, file.get(layout.name()).stream().map(Migration::parse).toList());
      }
      return new MigrationChain(added, file.get("stubs").stream().map(Migration::parse).toList());
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

  /** Models of the old apps that the merged release still has: app and model. */
  List<Migration> stubModels() {
    return stubs;
  }
}
