package dev.moim.local.stream;

import dev.moim.local.function.Functions;
import dev.moim.local.queue.QueueServer;
import dev.moim.local.time.Timeline;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * What reading streams takes.
 *
 * @param queues where failures go
 * @param timeline for windows, pauses and ages; the streams themselves are polled in real time
 */
public record Services(
    DynamoDbClient tables,
    DynamoDbStreamsClient streams,
    Optional<QueueServer> queues,
    Functions functions,
    Timeline timeline,
    Checkpoints checkpoints,
    Deliveries deliveries) {}
