SELECT course_key, actor_id, mode, status, toDateTime(changed, 'UTC') AS changed,
  if(grades = 0, '', toString(course_grade)) AS course_grade, shown_grade, state,
  if(visits = 0, '', toString(toDateTime(last_visit, 'UTC'))) AS last_visit
FROM {standing}
