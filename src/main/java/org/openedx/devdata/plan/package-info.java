/**
 * Rows with natural keys, the plan that tells them from what a database has, and its last steps:
 * show, load, verify, reset. Knows no service and no console.
 */
package org.openedx.devdata.plan;
