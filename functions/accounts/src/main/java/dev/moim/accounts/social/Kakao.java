package dev.moim.accounts.social;

import dev.moim.accounts.person.KakaoId;
import java.net.URI;
import java.util.Optional;

/** Kakao Login. */
public interface Kakao {

  /**
   * Where a browser is sent to log in.
   *
   * @param state comes back with the code
   * @param challenge hash of the verifier that {@link #who} will show (RFC 7636, S256)
   */
  URI address(String state, String challenge);

  /**
   * Who has consented. Two requests.
   *
   * @param code good once, for some minutes
   * @param verifier where the login began with a challenge
   * @throws dev.moim.shared.kernel.DomainException {@link
   *     dev.moim.accounts.AccountError#INVALID_KAKAO_CODE}; {@link
   *     dev.moim.accounts.AccountError#INVALID_KAKAO_RESPONSE}; {@link
   *     dev.moim.shared.kernel.ServiceError#SERVICE_UNAVAILABLE} if Kakao cannot be reached, or
   *     does not take this app for the one it is
   */
  KakaoPerson who(String code, Optional<String> verifier);

  /**
   * Takes this app away from somebody's account there. It is no error if it is gone already. One
   * request.
   *
   * @throws dev.moim.shared.kernel.DomainException {@link
   *     dev.moim.accounts.AccountError#KAKAO_UNLINK_FAILED}
   */
  void unlink(KakaoId id);
}
