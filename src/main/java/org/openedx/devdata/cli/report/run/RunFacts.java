package org.openedx.devdata.cli.report.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Facts of a report about its run besides the rows.
 *
 * @param kind what was done
 * @param exitCode the process's exit code
 * @param now the run clock
 * @param seed the run's seed
 * @param took how long it took
 */
public record RunFacts(RunKind kind, int exitCode, Instant now, long seed, Duration took) {}
