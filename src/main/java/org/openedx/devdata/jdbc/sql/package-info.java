/**
 * SQL that a person types: taken apart into statements, run one after the other, results handed
 * over row by row. Knows {@code jdbc}, no console.
 */
package org.openedx.devdata.jdbc.sql;
