package org.openedx.devdata.answers.people;

/** Words for whether a learner is enrolled. Stateless. */
final class Status {

  private Status() {}

  static String of(boolean registered) {
    return registered ? "registered" : "unregistered";
  }
}
