package org.openedx.devdata.cli.connect;

import java.util.function.Consumer;

/**
 * Receivers of messages that are neither results nor errors.
 *
 * @param notes get what takes longer than a moment
 * @param warnings get what is allowed and looks like a mistake
 */
public record Notices(Consumer<String> notes, Consumer<String> warnings) {}
