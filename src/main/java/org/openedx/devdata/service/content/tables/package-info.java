/** The tables of content and the SQL over them. */
package org.openedx.devdata.service.content.tables;
