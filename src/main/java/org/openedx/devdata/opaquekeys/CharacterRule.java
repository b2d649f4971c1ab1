package org.openedx.devdata.opaquekeys;

/**
 * Characters that a part of a key may hold. "Word character" is what Python's {@code \w} matches in
 * text: letters, digits and other numbers of any script, and the underscore. That is less than
 * Java's {@code \w} under {@code UNICODE_CHARACTER_CLASS}, which takes combining marks, all
 * connector punctuation and joiners too; the platform refuses those.
 */
enum CharacterRule {
  COURSE_PART("-~.:", "letters, digits and _ - ~ . :"),
  LEGACY_PART(".%-", "letters, digits and _ . % -"),
  LEGACY_NAME("-~.:%", "letters, digits and _ - ~ . : %"),
  ASSET_NAME("-~.:%", "letters, digits and _ - ~ . : %"),
  SLUG("-.", "letters, digits and _ - ."),
  ASCII_SLUG("-.", "ASCII letters, digits and _ - .") {
    @Override
    boolean word(int character) {
      return character < 128 && super.word(character);
    }
  },
  HEX("", "0-9 and a-f") {
    @Override
    boolean word(int character) {
      return isAsciiDigit(character) || (character >= 'a' && character <= 'f');
    }
  },
  DIGITS("", "digits") {
    @Override
    boolean word(int character) {
      return isAsciiDigit(character);
    }
  };

  private final String others;
  private final String description;

  CharacterRule(String others, String description) {
    this.others = others;
    this.description = description;
  }

  /** Description of the allowed characters, for messages. */
  String description() {
    return description;
  }

  /** Index of the first character that is not allowed; -1 when all are. */
  int firstBad(String part) {
    for (int at = 0; at < part.length(); ) {
      int character = part.codePointAt(at);
      if (!word(character) && others.indexOf(character) < 0) {
        return at;
      }
      at += Character.charCount(character);
    }
    return -1;
  }

  boolean word(int character) {
    if (character < 128) {
      return (character >= 'a' && character <= 'z')
          || (character >= 'A' && character <= 'Z')
          || isAsciiDigit(character)
          || character == '_';
    }
    return switch (Character.getType(character)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  private static boolean isAsciiDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
