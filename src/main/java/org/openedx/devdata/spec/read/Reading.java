package org.openedx.devdata.spec.read;

import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * The file that is being read, and where its problems go.
 *
 * @param file as the person named it
 */
record Reading(String file, Problems problems) {

  void problem(SpecNode node, String message) {
    problems.add(node.in(file), message);
  }

  /** A value for messages: never one of the environment, never a whole collection. */
  static String shown(SpecNode node) {
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      return scalar.secret()
          ? "the value of " + Shown.quoted(scalar.shown())
          : Shown.quoted(scalar.text());
    }
    return node.what();
  }
}
