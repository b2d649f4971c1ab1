SELECT toStartOfHour(toDateTime(time, 'UTC')) AS hour, count() AS statements, uniqExact(course_key) AS courses
FROM {judge}.seen WHERE course_key IN ({courses})
GROUP BY hour
