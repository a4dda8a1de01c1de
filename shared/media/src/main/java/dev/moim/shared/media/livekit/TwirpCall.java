package dev.moim.shared.media.livekit;

import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.media.MediaError;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;

/** One request to LiveKit, with every way it can fail. */
final class TwirpCall {

  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  private TwirpCall() {}

  /** A request waits this long in all: the client of ours who waits has its own limit of 30 s. */
  static OkHttpClient http() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(2))
        .callTimeout(Duration.ofSeconds(6))
        .build();
  }

  static <T> T answer(Call<T> call) {
    return answerUnlessGone(call)
        .orElseThrow(() -> new IllegalStateException("LiveKit answered without a body"));
  }

  /**
   * @return empty if what the request is about does not exist (any more), or nothing was to be said
   */
  static <T> Optional<T> answerUnlessGone(Call<T> call) {
    Response<T> response = execute(call);
    if (response.isSuccessful()) {
      return Optional.ofNullable(response.body());
    }
    int status = response.code();
    if (status == NOT_FOUND) {
      return Optional.empty();
    }
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      throw new DomainException(MediaError.MEDIA_UNAVAILABLE);
    }
    // Wrong keys or a request LiveKit does not understand: a defect of ours, not a bad moment.
    throw new IllegalStateException("LiveKit refused with status " + status);
  }

  private static <T> Response<T> execute(Call<T> call) {
    try {
      return call.execute();
    } catch (IOException unreachable) {
      throw new DomainException(MediaError.MEDIA_UNAVAILABLE);
    }
  }
}
