package org.openedx.devdata.spec.read;

import org.openedx.devdata.spec.Position;
import org.openedx.devdata.spec.Problems;
import org.openedx.devdata.spec.Shown;
import org.openedx.devdata.spec.yaml.MapNode;
import org.openedx.devdata.spec.yaml.ScalarNode;
import org.openedx.devdata.spec.yaml.SpecNode;

/**
 * The file that is being read, and where its problems go.
 *
 * @param file as the person named it
 * @param number which of the records that are made from one place is read; 0 for what is written
 */
record Reading(String file, Problems problems, int number) {

  /** Reading of what is written. */
  Reading(String file, Problems problems) {
    this(file, problems, 0);
  }

  void problem(SpecNode node, String message) {
    problems.add(at(node), message);
  }

  /** The place of a value. */
  Position at(SpecNode node) {
    return node.in(file).ofNumber(number);
  }

  /** The place of a key. */
  Position atKey(MapNode map, int entry) {
    return map.keyIn(file, entry).ofNumber(number);
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
