/**
 * The migrations of the platform and of content: their chain, their rows in Django's tables, which
 * of them a schema shows. Uses the layouts.
 */
package org.openedx.devdata.service.content.layout.migration;
