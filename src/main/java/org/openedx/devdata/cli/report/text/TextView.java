package org.openedx.devdata.cli.report.text;

/**
 * A result as people read it.
 *
 * @param <R> the result
 */
@FunctionalInterface
public interface TextView<R> {

  void write(R result, TextOut out);
}
