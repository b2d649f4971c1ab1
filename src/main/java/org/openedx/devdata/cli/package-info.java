/**
 * The command line: one class for each command, options turned into immutable requests, failures
 * turned into text and exit codes. The only package that knows picocli and the process around it;
 * may use every other one.
 */
package org.openedx.devdata.cli;
