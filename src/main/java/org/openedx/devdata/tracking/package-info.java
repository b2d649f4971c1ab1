/**
 * Tracking logs: the lines that an LMS would have logged of simulated lives, as bytes. Reads
 * events, never statements.
 */
package org.openedx.devdata.tracking;
