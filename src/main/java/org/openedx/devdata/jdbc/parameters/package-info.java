/**
 * Parameters of statements, found without the grammars that Jdbi loads for that: they took a tenth
 * of the start of a command. Knows Jdbi only.
 */
package org.openedx.devdata.jdbc.parameters;
