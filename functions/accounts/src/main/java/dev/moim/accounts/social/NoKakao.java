package dev.moim.accounts.social;

import dev.moim.accounts.person.KakaoId;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.ServiceError;
import java.net.URI;
import java.util.Optional;

/**
 * A deployment without Kakao: nobody logs in by it, and whoever did once may leave all the same.
 */
public final class NoKakao implements Kakao {

  @Override
  public URI address(String state, String challenge) {
    throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
  }

  @Override
  public KakaoPerson who(String code, Optional<String> verifier) {
    throw new DomainException(ServiceError.SERVICE_UNAVAILABLE);
  }

  @Override
  public void unlink(KakaoId id) {}
}
