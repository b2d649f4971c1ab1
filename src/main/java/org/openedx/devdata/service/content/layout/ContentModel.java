package org.openedx.devdata.service.content.layout;

import java.util.List;

/**
 * A model as Django's content types and permissions know it.
 *
 * @param app label of its app
 * @param model its class in lower case
 * @param label what the names of permissions call it
 */
record ContentModel(String app, String model, String label) {

  /** All models of a layout's own tables. */
  static List<ContentModel> of(LayoutMap map, Layout layout) {
    return map.tables().stream()
        .filter(table -> table.isIn(layout))
        .map(table -> new ContentModel(table.app(layout), table.model(layout), table.label(layout)))
        .toList();
  }
}
