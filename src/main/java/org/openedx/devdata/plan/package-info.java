/**
 * Rows with natural keys, the plan that compares them with a database's, and its last steps: show,
 * load, verify, reset. Knows no service and no console.
 */
package org.openedx.devdata.plan;
