/**
 * Targets: which server, database, user and password stand for a service, from presets, files, the
 * top-level spec and the environment. May use {@code spec} and {@code jdbc}; opens no connection.
 */
package org.openedx.devdata.jdbc.targets;
