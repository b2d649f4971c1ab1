package org.openedx.devdata.generate.config;

import java.util.List;

/** Keys that have other names in another dialect. Not thread-safe. */
final class OldNames {

  private final Entry entry;
  private final List<String> warnings;

  OldNames(Entry entry, List<String> warnings) {
    this.entry = entry;
    this.warnings = warnings;
  }

  /** The name, of two, by which a key is there; the new one when it is not. */
  String of(String name, String oldName) {
    boolean old = entry.has(oldName);
    if (entry.has(name) || !old) {
      if (old) {
        entry.problem(oldName, oldName + " is the old name of " + name + "; give only one");
      }
      return name;
    }
    warnings.add(oldName + " is now called " + name + "; both are understood");
    return oldName;
  }

  /** A key of an older dialect that means nothing any more. */
  void gone(String name) {
    if (entry.has(name)) {
      warnings.add(name + " is not used any more; remove it");
    }
  }

  /** A key of the peer that means nothing here. */
  void unused(String name, String why) {
    if (entry.has(name)) {
      warnings.add(name + " is not used: " + why);
    }
  }

  /** A key that means nothing any more because another has its place. */
  void gone(String name, String instead) {
    if (entry.has(name)) {
      warnings.add(name + " is not used any more; see " + instead);
    }
  }
}
