/**
 * Tables as a database really has them, and descriptions matched with those. Uses {@code
 * jdbc.table}.
 */
package org.openedx.devdata.jdbc.schema;
