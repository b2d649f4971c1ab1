/**
 * Memory of what loads have made, as a run asks and fills it. Knows no table and no file of it: see
 * {@code keep.ledger}.
 */
package org.openedx.devdata.plan.ledger;
