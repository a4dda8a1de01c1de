package dev.moim.shared.sockets;

import dev.moim.shared.kernel.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a request was not carried out.
 *
 * @param message what the client reads
 * @param retryAfter when it is worth trying again, if that is all that is wrong
 * @param pending whether what the request lacks is on its way
 */
public record Refusal(
    ErrorCode code, String message, Optional<Duration> retryAfter, boolean pending) {}
