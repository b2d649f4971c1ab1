/**
 * The loopback endpoint: requests, bodies and their codings, sessions and logins, answers as they
 * stream. Uses engine and statement.
 */
package org.openedx.devdata.embedded.clickhouse.http;
