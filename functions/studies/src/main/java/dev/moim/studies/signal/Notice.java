package dev.moim.studies.signal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event for some sockets.
 *
 * @param to their connection ids
 */
public record Notice(List<String> to, String event, Map<String, ? extends @Nullable Object> data) {}
