package dev.moim.shared.media;

import java.util.Optional;

/** Tells the media server's messages from anybody else's. */
public interface Webhooks {

  /**
   * @param eventId the same in every delivery of one event
   */
  record Delivery(String eventId, MediaEvent event) {}

  /**
   * @param body exactly the bytes that arrived: the signature covers them
   * @param authorization the header of that name, "" if there was none
   * @return nothing if the server did not send this, or sent it too long ago
   */
  Optional<Delivery> verify(byte[] body, String authorization);
}
