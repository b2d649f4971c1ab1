package org.openedx.devdata.cli.connect;

import java.util.function.Consumer;

/**
 * Where things go that are neither results nor errors.
 *
 * @param notes told what takes longer than a moment
 * @param warnings told what is allowed and looks like a mistake
 */
public record Notices(Consumer<String> notes, Consumer<String> warnings) {}
