package dev.moim.meetings.meeting;

import java.util.Optional;

/**
 * What somebody says about a meeting they make or change.
 *
 * @param details without the name of a picture, or with the one they want to keep
 * @param upload a picture they send
 */
public record NewMeeting(Details details, Optional<byte[]> upload) {}
