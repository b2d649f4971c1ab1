package org.openedx.devdata.world;

/**
 * Profile of a learner, as the tables of the LMS have it; empty where nothing is specified.
 *
 * @param education the code of the level of education, such as {@code m}
 */
public record Profile(
    String name,
    String email,
    String language,
    String location,
    String yearOfBirth,
    String gender,
    String education,
    String mailingAddress,
    String city,
    String country,
    String state,
    String goals,
    String bio,
    String phoneNumber) {}
