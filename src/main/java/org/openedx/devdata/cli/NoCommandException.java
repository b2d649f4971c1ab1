package org.openedx.devdata.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A family of commands was named, and none of its commands. */
final class NoCommandException extends ParameterException {

  private static final long serialVersionUID = 1L;

  NoCommandException(CommandSpec family) {
    super(
        family.commandLine(),
        family.parent() == null
            ? "no command is given"
            : "no command of " + family.name() + " is given");
  }
}
