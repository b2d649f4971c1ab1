package org.openedx.devdata.jdbc.targets;

import java.util.List;

/** Targets or the environment are not set up for what is asked; one sentence each. Exit code 3. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }

  public ConfigurationException(List<String> messages) {
    super(String.join("\n", messages));
  }
}
