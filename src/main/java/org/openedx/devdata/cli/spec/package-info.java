/**
 * The commands that run specs: load, plan, verify, reset, validate, schema. Uses connect, console
 * and report.
 */
package org.openedx.devdata.cli.spec;
