SELECT course_key, mode, status, toDate(changed, 'UTC') AS day, count() AS learners
FROM {standing}
GROUP BY course_key, mode, status, day
