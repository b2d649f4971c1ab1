/**
 * The configuration of generated data: both dialects of xapi-db-load (1.5.0 and 3.x) and the keys
 * of this tool, read with positions, all problems at once. Uses spec, world and xapi.
 */
package org.openedx.devdata.generate.config;
