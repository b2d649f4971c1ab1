package org.openedx.devdata.service.content.layout.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;

/**
 * A model as Django's content types and permissions know it.
 *
 * @param app label of its app
 * @param model its class in lower case
 * @param label what the names of permissions call it
 */
public record ContentModel(String app, String model, String label) {

  /** All models of a layout's own tables. */
  static List<ContentModel> of(LayoutMap map, Layout layout) {
    return map.tables().stream()
        .filter(table -> table.isIn(layout))
        .map(table -> new ContentModel(table.app(layout), table.model(layout), table.label(layout)))
        .toList();
  }

  /** All models that Django makes content types of: the layout's, and those the old apps keep. */
  public static List<ContentModel> all(LayoutMap map, MigrationChain chain, Layout layout) {
    List<ContentModel> models = new ArrayList<>(of(map, layout));
    if (layout.isMerged()) {
      for (Migration stub : chain.stubModels()) {
        String label = map.table(stub.name()).label(layout).toLowerCase(Locale.ROOT);
        models.add(new ContentModel(stub.app(), stub.name(), label));
      }
    }
    return models;
  }
}
