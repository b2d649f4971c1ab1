/**
 * Statements as the endpoint must understand them: tokens, what is refused, values that are
 * guarded, the table of an insert. Uses engine.
 */
package org.openedx.devdata.embedded.clickhouse.statement;
