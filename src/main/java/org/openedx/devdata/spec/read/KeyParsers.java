package org.openedx.devdata.spec.read;

import java.util.function.UnaryOperator;

/**
 * Checks of course and usage keys: each takes the written text and gives the text for the database
 * (without branch and version), or throws an {@link IllegalArgumentException} whose message says to
 * a person what is wrong. Both must be safe to call often.
 */
public record KeyParsers(UnaryOperator<String> course, UnaryOperator<String> usage) {}
