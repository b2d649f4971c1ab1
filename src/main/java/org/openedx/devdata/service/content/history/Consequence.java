package org.openedx.devdata.service.content.history;

/**
 * A step that cannot be done because an earlier one could not, whose problem is reported: another
 * message would name a fault that is none.
 */
final class Consequence extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Consequence() {
    super("", null, false, false);
  }
}
