/** Course, organisation and site roles of users. */
package org.openedx.devdata.service.lms.roles;
