package org.openedx.devdata.factory;

import java.util.List;

/**
 * Given and family names that go together. Immutable.
 *
 * @param language ISO 639-1 code
 * @param female given names of women
 * @param male given names of men
 * @param family family names
 */
record Culture(String language, List<String> female, List<String> male, List<String> family) {}
