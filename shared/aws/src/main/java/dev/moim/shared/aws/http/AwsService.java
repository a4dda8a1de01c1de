package dev.moim.shared.aws.http;

import java.net.URI;
import java.util.Optional;

/**
 * A service of AWS in one region.
 *
 * @param signingName {@code s3} or {@code ses}, for instance
 * @param endpoint another address than AWS's
 */
public record AwsService(String signingName, String region, Optional<URI> endpoint) {}
