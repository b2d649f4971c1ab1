/**
 * Everything that speaks JDBC: connections, what they have bound to descriptions, failures in
 * words; rooms for {@code table} descriptions, the {@code schema} of a database, bulk reading and
 * writing of {@code rows}, {@code targets}, {@code sql} scripts and {@code clickhouse}. Knows
 * tables, no service and no plan.
 */
package org.openedx.devdata.jdbc;
