package dev.moim.local.http;

import java.io.IOException;
import java.util.Optional;

/** Something that answers some of the requests. */
@FunctionalInterface
public interface Endpoint {

  /** Empty if this is somebody else's request. */
  Optional<Reply> answer(Call call) throws IOException;
}
