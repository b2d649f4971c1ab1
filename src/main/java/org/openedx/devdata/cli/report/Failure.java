package org.openedx.devdata.cli.report;

import java.util.List;
import org.openedx.devdata.spec.Problem;

/**
 * Why something failed, for people and programs.
 *
 * @param exitCode the process's exit code
 * @param code stable name of its sort, for programs
 * @param message what is wrong and what to do, a line for each problem
 * @param problems the places in files, when there are any
 */
public record Failure(int exitCode, String code, String message, List<Problem> problems) {}
