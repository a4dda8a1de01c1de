package dev.moim.shared.media.livekit;

import io.livekit.server.RoomService;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.protobuf.ProtoConverterFactory;

/** LiveKit's room API at the address it has now: the secret that holds it may change. */
final class RoomServices {

  /** Nobody is asked there; it lets everything be loaded before the address is known. */
  private static final String NOWHERE = "http://localhost";

  private final OkHttpClient http = TwirpCall.http();
  private volatile Located latest = locate(NOWHERE);

  private record Located(String apiUrl, RoomService service) {}

  RoomService at(String apiUrl) {
    Located known = latest;
    if (!known.apiUrl().equals(apiUrl)) {
      known = locate(apiUrl);
      latest = known;
    }
    return known.service();
  }

  private Located locate(String apiUrl) {
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(apiUrl)
            .addConverterFactory(ProtoConverterFactory.create())
            .client(http)
            .build();
    return new Located(apiUrl, retrofit.create(RoomService.class));
  }
}
