/**
 * Attempts at problems: kind, checks against the block's inputs, states and scores that follow.
 * Uses module.
 */
package org.openedx.devdata.service.lms.state.problem;
