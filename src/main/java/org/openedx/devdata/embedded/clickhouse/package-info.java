/**
 * The built-in ClickHouse: the chDB library fetched on demand, reached by JNA, and put behind a
 * loopback HTTP endpoint that speaks ClickHouse's HTTP interface, so that every ClickHouse client
 * works with it unchanged. One process runs the engine of a data folder; the others lease it.
 */
package org.openedx.devdata.embedded.clickhouse;
