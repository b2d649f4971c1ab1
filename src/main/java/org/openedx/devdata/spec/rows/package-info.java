/** Files of rows that a spec names: CSV and JSON Lines, each row a mapping with its place. */
package org.openedx.devdata.spec.rows;
