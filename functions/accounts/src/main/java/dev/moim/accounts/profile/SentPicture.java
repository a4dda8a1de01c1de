package dev.moim.accounts.profile;

import java.util.Optional;

/**
 * A picture as somebody sent it, if they did.
 *
 * @param file in the form itself
 * @param upload by which one is known that was sent past the API
 */
public record SentPicture(Optional<byte[]> file, Optional<String> upload) {}
