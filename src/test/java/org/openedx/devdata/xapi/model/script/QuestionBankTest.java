package org.openedx.devdata.xapi.model.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openedx.devdata.world.QuestionBank;
import org.openedx.devdata.xapi.StatementData;
import org.openedx.devdata.xapi.StatementType;
import org.openedx.devdata.xapi.XapiRulesTest;

/** Questions with their answers, and exams with their attempts. */
class QuestionBankTest {

  @Test
  void aRightAnswerIsNeverAWrongOneAndKindsAreThoseOfXapi() {
    Random random = new Random(73);
    Set<String> asked = new HashSet<>();
    for (int round = 0; round < 5_000; round++) {
      QuestionBank.Question question = QuestionBank.of(random.nextLong());
      asked.add(question.text().toString());
      assertThat(question.answer(true, random.nextLong())).isSameAs(question.right());
      assertThat(question.answer(false, random.nextLong()).toString())
          .isNotEqualTo(question.right().toString());
      assertThat(question.wrong().stream().map(Object::toString))
          .doesNotContain(question.right().toString())
          .doesNotHaveDuplicates();
      assertThat(XapiRulesTest.INTERACTIONS).contains(question.kind().toString());
    }
    assertThat(asked).hasSizeGreaterThan(12);
  }

  @Test
  void theQuestionsOfOneProblemDiffer() {
    Random random = new Random(79);
    for (int round = 0; round < 1_000; round++) {
      long problem = random.nextLong();
      assertThat(QuestionBank.of(problem, 0)).isEqualTo(QuestionBank.of(problem));
      assertThat(
              Set.of(
                  QuestionBank.of(problem, 0),
                  QuestionBank.of(problem, 1),
                  QuestionBank.of(problem, 2)))
          .hasSize(3);
    }
  }

  private static StatementData fill(
      ExamScript script, StatementType type, long exam, long micros, long bits) {
    StatementData data = new StatementData();
    data.type = type;
    data.micros = micros;
    script.fill(data, exam, bits);
    return data;
  }

  /** An attempt that is handed in is the one that was begun, and began when it did. */
  @Test
  void anExamIsHandedInAfterItWasBegun() {
    Random random = new Random(83);
    ExamScript script = new ExamScript();
    for (int round = 0; round < 1_000; round++) {
      script.begin(random.nextLong());
      long micros = 1_700_000_000_000_000L;
      long later = micros + 1 + random.nextInt(2_000_000_000);
      StatementData begun =
          fill(script, StatementType.TIMED_EXAM_CREATED, 5, micros, random.nextLong());
      StatementData ended =
          fill(script, StatementType.TIMED_EXAM_SUBMITTED, 5, later, random.nextLong());
      StatementData another =
          fill(script, StatementType.TIMED_EXAM_SUBMITTED, 5, later + 1, random.nextLong());

      assertThat(ended.referenceHigh).isEqualTo(begun.referenceHigh);
      assertThat(ended.otherNumber).isEqualTo(begun.otherNumber);
      assertThat(ended.takenMicros).isEqualTo(Math.max(1, ended.finishedMicros - micros));
      assertThat(ended.number).as("minutes of one exam").isEqualTo(begun.number);
      assertThat(another.referenceLow).as("handed in once").isNotEqualTo(ended.referenceLow);
      assertThat(another.finishedMicros - another.startedMicros).isEqualTo(another.takenMicros);
      assertThat(another.takenMicros).isBetween(1L, another.number * 60_000_000L);
    }
  }
}
