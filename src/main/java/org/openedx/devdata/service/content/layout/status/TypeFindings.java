package org.openedx.devdata.service.content.layout.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openedx.devdata.service.content.layout.Layout;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.openedx.devdata.service.content.layout.LayoutTable;
import org.openedx.devdata.service.content.layout.migration.ContentModel;
import org.openedx.devdata.service.content.layout.migration.DjangoTables;
import org.openedx.devdata.service.content.layout.migration.MigrationChain;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Area;
import org.openedx.devdata.service.content.layout.status.ContentStatus.Finding;

/** Content types that are missing for a layout, or left from a name before. Immutable. */
final class TypeFindings {

  private final LayoutMap map;
  private final MigrationChain chain;
  private final DjangoTables django;

  TypeFindings(LayoutMap map, MigrationChain chain, DjangoTables django) {
    this.map = map;
    this.chain = chain;
    this.django = django;
  }

  List<Finding> all(Layout layout) {
    Set<String> there = django.contentTypes();
    List<Finding> findings = new ArrayList<>();
    List<String> missing =
        ContentModel.all(map, chain, layout).stream()
            .map(model -> model.app() + "." + model.model())
            .filter(model -> !there.contains(model))
            .toList();
    if (!missing.isEmpty()) {
      findings.add(
          new Finding(
              Area.CONTENT_TYPES,
              missing.get(0)
                  + (missing.size() > 1 ? " and " + (missing.size() - 1) + " more have" : " has")
                  + " no content type; Django makes it at the end of `migrate`, and so does"
                  + " `devdata content repair`"));
    }
    for (LayoutTable table : map.tables()) {
      String old = "openedx_content." + table.model(Layout.L2);
      boolean renamed = !table.model(Layout.L2).equals(table.model(layout));
      if (layout.isMerged() && renamed && there.contains(old)) {
        findings.add(
            new Finding(
                Area.CONTENT_TYPES,
                old
                    + " is the content type of a model that is called "
                    + table.model(layout)
                    + " now; `manage.py cms remove_stale_contenttypes` removes it"));
      }
    }
    return findings;
  }
}
