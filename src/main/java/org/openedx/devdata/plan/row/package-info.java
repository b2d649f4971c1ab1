/**
 * Rows as factories want them: cells, the policy of a row, batches, what a planner says of them,
 * and the natural key by which a row is found. Knows no kind and no service.
 */
package org.openedx.devdata.plan.row;
