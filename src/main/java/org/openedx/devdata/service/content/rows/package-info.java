/** Rows of a history: what each applet's tables get. Uses history and tables. */
package org.openedx.devdata.service.content.rows;
