/** The files of known answers beside a run of lives. */
package org.openedx.devdata.generate.known;
