/** Verifications of identities. */
package org.openedx.devdata.service.lms.identity;
