/**
 * The statements of each migration, made from the difference of two layouts and from what a schema
 * has. Uses migration.
 */
package org.openedx.devdata.service.content.layout.script;
