package dev.moim.chat.http;

import dev.moim.shared.people.jwt.Callers;

/**
 * What every route of this family starts with.
 *
 * @param callers tell who sends a request
 * @param view how rooms are shown
 * @param warmUp loads what the first request would, by looking for something that is not there
 */
public record RouteSetup(Callers callers, RoomView view, Runnable warmUp) {}
