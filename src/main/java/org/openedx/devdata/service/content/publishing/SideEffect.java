package org.openedx.devdata.service.content.publishing;

/**
 * That a record of a log has another one of the same log as its consequence, one level up.
 *
 * @param cause the child's record
 * @param effect the parent's
 */
public record SideEffect(LogRecord cause, LogRecord effect) {}
