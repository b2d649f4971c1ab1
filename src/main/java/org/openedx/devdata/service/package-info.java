/** The services of an Open edX environment, one package each, found through the registry. */
package org.openedx.devdata.service;
