SELECT course_key, count() AS learners, countIf(status = 'registered') AS registered, countIf(active) AS active,
  countIf(at_risk) AS at_risk, countIf(state = 'passed') AS passed, sum(shown_grade) AS sum_of_grades,
  quantileExactInclusive(0.5)(shown_grade) AS median_grade
FROM {standing}
GROUP BY course_key
