/**
 * Services and their runs: entries of a spec, the steps that are asked for, and what a run reports.
 * Rooms below: {@code row}, {@code finder} and {@code kind} are the factories' face, {@code engine}
 * plans and writes. Knows no service by name and no console.
 */
package org.openedx.devdata.plan;
