SELECT course_key, toDate(time, 'UTC') AS day, verb, count() AS statements
FROM {judge}.seen WHERE course_key IN ({courses})
GROUP BY course_key, day, verb
