/**
 * Answers of web servers, whichever they are: asked for with a limit of time and one of size, and
 * failures of the network with their reasons in words. Depends on nothing else of the house.
 */
package org.openedx.devdata.net;
