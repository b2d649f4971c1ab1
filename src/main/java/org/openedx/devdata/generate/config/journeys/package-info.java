/**
 * Configurations of {@code journeys} of xapi-db-load: their keys, and what they mean as lives in a
 * world of templates. Uses {@code spec}, {@code world} and {@code life}.
 */
package org.openedx.devdata.generate.config.journeys;
