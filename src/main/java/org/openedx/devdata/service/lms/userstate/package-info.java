/**
 * The state that learners have in blocks (scope {@code user_state}): the client that reads and
 * writes it with the semantics of the platform's XBlock user state client, on MySQL and in memory.
 * Knows no spec and no console.
 */
package org.openedx.devdata.service.lms.userstate;
