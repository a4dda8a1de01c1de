package dev.moim.accounts;

import dev.moim.shared.kernel.ErrorCode;

/** Every way a request about accounts can be refused, but for tokens and fields. */
public enum AccountError implements ErrorCode {
  DUPLICATE_EMAIL("DUPLICATE_ERROR", "이미 사용 중인 email입니다"),
  DUPLICATE_NICKNAME("DUPLICATE_ERROR", "이미 사용 중인 nickname입니다"),
  DUPLICATE_PHONE("DUPLICATE_ERROR", "이미 사용 중인 phoneNumber입니다"),
  /** Nobody has this address, or nobody who has proved to read it. */
  NOT_REGISTERED("USER_NOT_FOUND", "등록되지 않은 사용자입니다"),
  USER_NOT_FOUND("USER_NOT_FOUND", "사용자를 찾을 수 없습니다"),
  WRONG_PASSWORD("LOGIN_FAILED", "이메일 또는 비밀번호가 일치하지 않습니다."),
  /** Said only to somebody who knows the password. */
  NOT_VERIFIED("LOGIN_FAILED", "이메일 인증이 완료되지 않았습니다."),
  /** Of a code in a mail: never issued, used, or too old. */
  INVALID_CODE("INVALID_TOKEN", "유효하지않은 토큰입니다."),
  /** Of a link in a mail. */
  INVALID_LINK("INVALID_TOKEN", "유효하지 않은 토큰입니다."),
  INVALID_REFRESH_TOKEN("INVALID_REFRESH_TOKEN", "리프레시 토큰이 유효하지 않습니다"),
  /** Two requests of one person at once: the other one was faster. */
  CHANGED_MEANWHILE("OPTIMISTIC_LOCKING_FAILURE", "다른 요청이 먼저 처리되었습니다. 다시 시도해 주세요."),
  /** What somebody tells about themselves is not what it should be; its message says what. */
  INVALID_PROFILE("VALIDATION_ERROR", "잘못된 요청 형식입니다."),
  PROFILE_EXISTS("PROFILE_EXISTS", "이미 프로필이 존재합니다."),
  TOO_MANY_REQUESTS("TOO_MANY_REQUESTS", "요청이 너무 많습니다. 잠시 후 다시 시도해 주세요."),
  /** Of a login at Kakao: never issued, used, too old, or not this browser's. */
  INVALID_KAKAO_CODE("INVALID_VERIFICATION_CODE", "잘못된 인증코드입니다"),
  /** Kakao said something else than it should. */
  INVALID_KAKAO_RESPONSE("INVALID_KAKAO_RESPONSE", "카카오 응답이 올바르지 않습니다."),
  KAKAO_UNLINK_FAILED("KAKAO_UNLINK_FAILED", "카카오 연결을 끊지 못했습니다. 잠시 후 다시 시도해 주세요."),
  EMAIL_SEND_FAILED("EMAIL_SEND_FAILED", "이메일을 보내지 못했습니다.");

  private final String code;
  private final String message;

  AccountError(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /** The document's word for it, which several of them may share. */
  public String code() {
    return code;
  }

  @Override
  public String message() {
    return message;
  }
}
