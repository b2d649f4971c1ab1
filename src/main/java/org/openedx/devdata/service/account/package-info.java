/** Rules and values that the account tables of several Django services have in common. */
package org.openedx.devdata.service.account;
