package dev.moim.accounts.social;

import java.net.URI;

/** Sends a browser to Kakao. No request. */
public final class BeginKakaoLogin {

  /**
   * @param address of Kakao's page
   * @param attempt for the cookie
   */
  public record Begun(URI address, Attempt attempt) {}

  private final Attempts attempts;
  private final Kakao kakao;

  public BeginKakaoLogin(Attempts attempts, Kakao kakao) {
    this.attempts = attempts;
    this.kakao = kakao;
  }

  public Begun run() {
    Attempt attempt = Attempt.begun();
    return new Begun(kakao.address(attempts.state(attempt), attempts.challenge(attempt)), attempt);
  }
}
