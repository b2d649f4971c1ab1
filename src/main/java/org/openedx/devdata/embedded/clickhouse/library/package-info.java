/**
 * The chDB library: which package a machine needs, and its download from the registry. Uses
 * embedded.
 */
package org.openedx.devdata.embedded.clickhouse.library;
