/**
 * The engine inside its process: chDB through JNA, connections, inserts, failures in words,
 * settings. Knows no HTTP.
 */
package org.openedx.devdata.embedded.clickhouse.engine;
