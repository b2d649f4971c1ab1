/**
 * The history of a learning package, from a spec or an archive, as steps of its applets; the kinds
 * of a content spec. Knows no database.
 */
package org.openedx.devdata.service.content.history;
