package org.openedx.devdata.service.content.verify;

/**
 * Something wrong with the content of a database.
 *
 * @param learningPackage key of the package; empty for what all share
 * @param what is wrong, where, and what was expected
 */
public record Finding(String learningPackage, String what) {

  @Override
  public String toString() {
    return (learningPackage.isEmpty() ? "" : learningPackage + ": ") + what;
  }
}
