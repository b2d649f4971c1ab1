package org.openedx.devdata.service.content.rows;

import org.openedx.devdata.plan.row.Comparison;
import org.openedx.devdata.plan.row.RowProblem;
import org.openedx.devdata.service.content.publishing.LogRecord;

/**
 * Refuses a record of a log that says something else in the database: a package of the same key has
 * another history there, and a history is not rewritten.
 *
 * @param learningPackage the package's key
 */
record UnchangedPast(String learningPackage, LogRecord wanted) implements Comparison {

  @Override
  public boolean agrees(Object found, Object other) {
    throw new RowProblem(
        wanted.log().moment().origin().position(),
        ("the database has another history of '%s', in which this step made something else of"
                + " '%s'; a history is not rewritten: use another key, or remove the package first")
            .formatted(learningPackage, wanted.entity()));
  }

  @Override
  public boolean agreesWithNewRow(Object found) {
    return agrees(found, wanted);
  }
}
