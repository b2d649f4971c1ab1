package org.openedx.devdata.service.content;

import java.util.List;
import org.openedx.devdata.spec.SpecException;
import org.openedx.devdata.testing.SpecLab;

/** The problems that the check of a content spec reports. */
final class ContentProblems {

  static final String PACKAGE = "learning_packages: [{key: p, created: 2026-01-01}]\n";

  private ContentProblems() {}

  static List<String> problems(String spec) {
    try {
      SpecLab.read(new ContentService(), spec);
      return List.of();
    } catch (SpecException e) {
      return e.problems().stream()
          .map(problem -> problem.position() + ": " + problem.message())
          .toList();
    }
  }
}
