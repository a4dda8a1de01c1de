package dev.moim.studies.http;

import dev.moim.studies.identity.Identities;

/**
 * What every route of this family starts with.
 *
 * @param identities tell who sends a request
 * @param warmUp loads what the first request would, by looking for something that is not there
 */
public record RouteSetup(Identities identities, Runnable warmUp) {}
