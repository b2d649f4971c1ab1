/**
 * YAML with positions: bytes to a lean tree of nodes that know their line and column, with anchors,
 * merges, values from the environment, and limits against hostile files. Knows nothing of kinds and
 * fields.
 */
package org.openedx.devdata.spec.yaml;
