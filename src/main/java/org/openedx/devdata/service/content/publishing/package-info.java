/**
 * Foundations of all authored content: entities, versions, drafts, what is published, and the logs
 * of both. A history is filled step by step in order of time and comes out as the objects that
 * upstream's tables hold. Knows no other applet and no database.
 */
package org.openedx.devdata.service.content.publishing;
