/**
 * The tables, views and dictionaries that dbt derives from the raw tables of a site: in which order
 * each comes after what it reads, how they are filled again, and how they are made ready between
 * courses and statements. Found from the site's own definitions. Uses service.aspects.
 */
package org.openedx.devdata.service.aspects.derived;
