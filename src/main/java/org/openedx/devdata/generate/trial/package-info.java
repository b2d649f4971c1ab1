/** Estimates of a run from a short trial: rows, bytes, time. Uses generate and its config. */
package org.openedx.devdata.generate.trial;
