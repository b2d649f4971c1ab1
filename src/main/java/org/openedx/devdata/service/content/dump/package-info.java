/** Dumps of learning packages to archives. Uses history and tables. */
package org.openedx.devdata.service.content.dump;
