/**
 * Everything that speaks JDBC: table descriptions, what a database really has, connections and
 * targets, set-based look-up, bulk insert, update and delete. Knows tables, no service and no plan.
 */
package org.openedx.devdata.jdbc;
