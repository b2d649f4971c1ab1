/**
 * From what a person names on the command line to checked specs: top-level files, where spec files
 * come from (files, http, standard input), which service a file is for. May use the rest of {@code
 * spec}.
 */
package org.openedx.devdata.spec.load;
