/**
 * Benchmarks of whole runs, each against a baseline of the same run; {@code make bench} runs them.
 * They print and assert nothing: machines are noisy.
 */
package org.openedx.devdata.bench;
