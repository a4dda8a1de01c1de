package dev.moim.meetings.http;

import dev.moim.shared.people.jwt.Callers;

/**
 * What every route of this family starts with.
 *
 * @param callers tell who sends a request
 * @param view how meetings are shown
 * @param warmUp loads what the first request would, by looking for something that is not there
 */
public record RouteSetup(Callers callers, MeetingView view, Runnable warmUp) {}
