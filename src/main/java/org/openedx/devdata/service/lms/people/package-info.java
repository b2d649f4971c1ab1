/** Accounts with their profiles, and the groups that they are in. */
package org.openedx.devdata.service.lms.people;
