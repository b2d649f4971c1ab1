/**
 * What factories of every service build on: passwords as Django stores them, believable people,
 * defaults and derived values. Pure functions of their inputs; knows no service and no database.
 */
package org.openedx.devdata.factory;
