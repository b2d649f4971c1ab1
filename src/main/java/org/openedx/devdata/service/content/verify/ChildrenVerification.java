package org.openedx.devdata.service.content.verify;

import java.util.List;
import org.openedx.devdata.service.content.tables.ContentSql;

/** Looks for lists of children that no function of upstream makes. Reads only; used once. */
final class ChildrenVerification {

  private static final String PARENT =
      "SELECT MIN({l:learningpackage.package_ref}), MIN(CONCAT({e:publishableentity.entity_ref},"
          + " ' v', pv.version_num)), ";
  private static final String JOINS =
      " JOIN {containerversion} cv ON cv.entity_list_id = r.entity_list_id JOIN"
          + " {publishableentityversion} pv ON pv.id = cv.publishable_entity_version_id JOIN"
          + " {publishableentity} e ON e.id = pv.entity_id JOIN {learningpackage} l ON l.id ="
          + " e.learning_package_id ";

  private final ContentSql sql;
  private final List<Finding> findings;

  ChildrenVerification(ContentSql sql, List<Finding> findings) {
    this.sql = sql;
    this.findings = findings;
  }

  void run() {
    for (String[] row :
        sql.rows(
            PARENT
                + "r.order_num, MIN(v.version_num) FROM {entitylistrow} r JOIN"
                + " {publishableentityversion} v ON v.id = r.entity_version_id"
                + JOINS
                + "WHERE v.entity_id <> r.entity_id GROUP BY r.entity_list_id, r.order_num",
            4)) {
      findings.add(
          new Finding(
              row[0],
              "child "
                  + row[2]
                  + " of '"
                  + row[1]
                  + "' is held at a version "
                  + row[3]
                  + " of another entity"));
    }
    for (String[] row :
        sql.rows(
            PARENT
                + "COUNT(DISTINCT r.order_num), MIN(r.order_num), MAX(r.order_num) FROM"
                + " {entitylistrow} r"
                + JOINS
                + "GROUP BY r.entity_list_id HAVING MIN(r.order_num) <> 0 OR MAX(r.order_num) <>"
                + " COUNT(DISTINCT r.order_num) - 1",
            5)) {
      findings.add(
          new Finding(
              row[0],
              "the "
                  + row[2]
                  + " children of '"
                  + row[1]
                  + "' are numbered from "
                  + row[3]
                  + " to "
                  + row[4]
                  + ", not from 0 without gaps"));
    }
  }
}
