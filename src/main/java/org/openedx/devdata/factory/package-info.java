/**
 * Foundations of the factories of every service: fields from described tables, passwords as Django
 * stores them, believable people, defaults and derived values. Pure functions of their inputs.
 */
package org.openedx.devdata.factory;
