package org.openedx.devdata.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

  private static List<String> texts(String script) {
    return SqlScript.statements(script).stream().map(SqlStatement::text).toList();
  }

  @Test
  void semicolonsEndStatements() {
    assertThat(texts("SELECT 1; SELECT 2;\n\n;SELECT 3"))
        .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
  }

  @Test
  void semicolonsInTextsAndNamesDoNot() {
    assertThat(texts("SELECT ';', \"a;b\", `c;d`, 'it''s;', 'back\\';slash'; SELECT 2"))
        .containsExactly("SELECT ';', \"a;b\", `c;d`, 'it''s;', 'back\\';slash'", "SELECT 2");
  }

  @Test
  void commentsBetweenStatementsAreNoStatements() {
    assertThat(texts("-- first; \n# second;\n/* third; */ ;--")).isEmpty();
    assertThat(texts("SELECT 1 -- not; the end\n+ 1;"))
        .containsExactly("SELECT 1 -- not; the end\n+ 1");
    assertThat(texts("SELECT 5--1")).containsExactly("SELECT 5--1");
  }

  @Test
  void commentsForTheServerAreStatements() {
    assertThat(texts("/*! SELECT 1 */;")).containsExactly("/*! SELECT 1 */");
  }

  @Test
  void whatIsNotClosedGoesToTheEnd() {
    assertThat(texts("SELECT 'open; SELECT 2")).containsExactly("SELECT 'open; SELECT 2");
    assertThat(texts("SELECT 1 /* open; SELECT 2")).containsExactly("SELECT 1 /* open; SELECT 2");
  }

  @Test
  void statementsKnowWhereTheyStand() {
    List<SqlStatement> statements = SqlScript.statements("SELECT 1;\n\n  SELECT\n 2");

    assertThat(statements.get(1)).isEqualTo(new SqlStatement("SELECT\n 2", 3, 3));
    assertThat(statements.get(1).placeOf(0)).isEqualTo("3:3");
    assertThat(statements.get(1).placeOf(8)).isEqualTo("4:2");
  }
}
