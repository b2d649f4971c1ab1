SELECT course_key,
  if(shown_grade >= 90, '90-100%', concat(toString(intDiv(shown_grade, 10) * 10), '-', toString(intDiv(shown_grade, 10) * 10 + 9), '%'))
    AS grade_bucket,
  count() AS learners, countIf(state = 'passed') AS passed, countIf(at_risk) AS at_risk
FROM {standing}
GROUP BY course_key, grade_bucket
