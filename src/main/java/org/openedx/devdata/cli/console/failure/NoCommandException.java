package org.openedx.devdata.cli.console.failure;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A family of commands was named, and none of its commands. */
public final class NoCommandException extends ParameterException {

  private static final long serialVersionUID = 1L;

  public NoCommandException(CommandSpec family) {
    super(
        family.commandLine(),
        family.parent() == null
            ? "no command is given"
            : "no command of " + family.name() + " is given");
  }
}
