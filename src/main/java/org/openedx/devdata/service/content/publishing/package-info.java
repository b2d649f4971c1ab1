/**
 * Foundations of all authored content: entities, versions, drafts, what is published, and the logs
 * of both. A history is told step by step in time order and comes out as the objects that
 * upstream's tables hold. Knows no other applet and no database.
 */
package org.openedx.devdata.service.content.publishing;
