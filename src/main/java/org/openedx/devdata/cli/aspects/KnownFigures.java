package org.openedx.devdata.cli.aspects;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.openedx.devdata.jdbc.targets.ConfigurationException;
import org.openedx.devdata.service.aspects.AspectsVerification.Finding;
import org.openedx.devdata.service.aspects.answers.AnswersFolder;
import org.openedx.devdata.service.aspects.answers.AnswersVerification;
import org.openedx.devdata.spec.IoReason;
import org.openedx.devdata.spec.Shown;

/** Known answers that a user names, against a site. Stateless. */
final class KnownFigures {

  private KnownFigures() {}

  /**
   * The answers in a folder.
   *
   * @throws ConfigurationException when there are none
   */
  static AnswersFolder folder(Path base, String name) {
    try {
      return AnswersFolder.find(base.resolve(name))
          .orElseThrow(
              () ->
                  new ConfigurationException(
                      "%s has no answers.json; give the folder in which a load with model: life has written its answers"
                          .formatted(Shown.quoted(name))));
    } catch (IOException e) {
      throw unreadable(name, e);
    } catch (InvalidPathException e) {
      throw new ConfigurationException(
          "there is no folder %s; check --answers".formatted(Shown.quoted(name)));
    }
  }

  /**
   * Compares them with what a site shows.
   *
   * @throws ConfigurationException when their files cannot be read
   */
  static List<Finding> verify(AspectsSite site, AnswersFolder answers) {
    try {
      return new AnswersVerification(site.server(), site.names(), answers).verify();
    } catch (IOException e) {
      throw unreadable(answers.path().toString(), e);
    }
  }

  private static ConfigurationException unreadable(String name, IOException e) {
    return new ConfigurationException(
        "cannot read the answers in %s: %s; load again, or check --answers"
            .formatted(Shown.quoted(name), IoReason.of(e)));
  }
}
