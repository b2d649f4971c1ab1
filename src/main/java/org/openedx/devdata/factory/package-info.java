/**
 * What factories of every service build on: fields from described tables, passwords as Django
 * stores them, believable people, defaults and derived values. Pure functions of their inputs.
 */
package org.openedx.devdata.factory;
