package dev.moim.studies.http;

import dev.moim.shared.lambda.CookieGuard;
import dev.moim.studies.identity.Identities;

/**
 * What every route of this family starts with.
 *
 * @param identities tell who sends a request
 * @param cookies keeps foreign pages from using somebody's cookie
 * @param warmUp loads what the first request would, by looking for something that is not there
 */
public record RouteSetup(Identities identities, CookieGuard cookies, Runnable warmUp) {}
