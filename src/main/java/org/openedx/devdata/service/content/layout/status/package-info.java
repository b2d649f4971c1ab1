/**
 * The state of a database's layout: tables, keys and types that differ, and what remains to be
 * migrated. Uses planning.
 */
package org.openedx.devdata.service.content.layout.status;
