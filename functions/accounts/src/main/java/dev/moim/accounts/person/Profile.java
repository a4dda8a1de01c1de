package dev.moim.accounts.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells about themselves.
 *
 * @param introduction null if they wrote none
 * @param mbti one of the sixteen, in capitals; null if they say none
 */
public record Profile(
    Gender gender, LocalDate birth, @Nullable String introduction, @Nullable Mbti mbti) {

  /** The document knows these. */
  public enum Gender {
    MALE,
    FEMALE
  }

  /** Types of the Myers-Briggs indicator. */
  public enum Mbti {
    ISTJ,
    ISFJ,
    INFJ,
    INTJ,
    ISTP,
    ISFP,
    INFP,
    INTP,
    ESTP,
    ESFP,
    ENFP,
    ENTP,
    ESTJ,
    ESFJ,
    ENFJ,
    ENTJ
  }
}
