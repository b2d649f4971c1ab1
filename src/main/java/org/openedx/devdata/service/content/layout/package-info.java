/**
 * The layouts that databases with authored content can have: which one a database has, its tables
 * and columns under their names there, and the way from one layout to a later one. Knows tables and
 * migrations, not what the rows mean; the other applets build on it.
 */
package org.openedx.devdata.service.content.layout;
