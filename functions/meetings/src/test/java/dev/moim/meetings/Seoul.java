package dev.moim.meetings;

import dev.moim.meetings.meeting.Category;
import dev.moim.meetings.meeting.Details;
import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.meeting.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Meetings as people in Seoul make them: where they are, what they say, what they eat. */
public final class Seoul {

  private record District(String name, double latitude, double longitude, List<String> roads) {}

  private static final List<District> DISTRICTS =
      List.of(
          new District("강남구", 37.4979, 127.0276, List.of("테헤란로", "강남대로", "봉은사로", "논현로")),
          new District("서초구", 37.4837, 127.0324, List.of("서초대로", "반포대로", "사평대로")),
          new District("마포구", 37.5563, 126.9236, List.of("홍익로", "양화로", "와우산로", "월드컵북로")),
          new District("종로구", 37.5704, 126.9922, List.of("종로", "인사동길", "율곡로", "대학로")),
          new District("중구", 37.5636, 126.9976, List.of("명동길", "을지로", "퇴계로")),
          new District("용산구", 37.5345, 126.9946, List.of("이태원로", "한강대로", "녹사평대로")),
          new District("성동구", 37.5446, 127.0559, List.of("성수이로", "연무장길", "왕십리로")),
          new District("송파구", 37.5133, 127.1002, List.of("올림픽로", "송파대로", "백제고분로")),
          new District("영등포구", 37.5219, 126.9245, List.of("여의대로", "국제금융로", "당산로")),
          new District("관악구", 37.4784, 126.9516, List.of("관악로", "신림로", "남부순환로")),
          new District("노원구", 37.6542, 127.0568, List.of("동일로", "노해로")),
          new District("은평구", 37.6027, 126.9291, List.of("통일로", "연서로")));

  private static final List<String> FOODS =
      List.of(
          "삼겹살", "김치찌개", "떡볶이", "냉면", "짜장면", "마라탕", "훠궈", "초밥", "라멘", "돈카츠", "파스타", "피자", "스테이크",
          "버거", "BBQ 치킨", "케이크", "빙수", "마카롱", "크로플", "쌀국수", "타코", "커리", "브런치", "Ramen", "Café",
          "와인", "막걸리", "곱창", "족발", "회");

  private static final List<String> WHO =
      List.of("직장인", "대학생", "또래", "혼밥러", "동네 친구", "개발자", "20대", "30대", "미식가", "초보");

  private static final List<String> CALLS =
      List.of("같이 먹어요", "번개", "모임", "함께해요", "먹방 가실 분", "맛집 탐방", "점심 한 끼", "저녁 약속");

  private static final List<String> SENTENCES =
      List.of(
          "편하게 이야기하면서 먹어요.",
          "조용한 분위기를 좋아하는 분이면 더 좋아요.",
          "시간은 조금 조정할 수 있습니다.",
          "더치페이로 계산합니다.",
          "역 2번 출구 앞에서 만나요!",
          "처음 오시는 분도 환영해요.",
          "Please bring an umbrella if it rains.",
          "술은 마시지 않아도 괜찮습니다.",
          "사진 찍는 것 좋아하시는 분 오세요.",
          "예약은 제가 해 둘게요.");

  private final Random random;

  public Seoul(long seed) {
    this.random = new Random(seed);
  }

  public Random random() {
    return random;
  }

  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Within the next months, on the half hour. */
  public Details details(Instant now) {
    District district = pick(DISTRICTS);
    String food = pick(FOODS);
    Instant at = now.plus(Duration.ofMinutes(30L * (1 + random.nextInt(60 * 48))));
    String address =
        "서울 %s %s %d".formatted(district.name(), pick(district.roads()), 1 + random.nextInt(400));
    return new Details(
        title(district, food),
        new Venue(random.nextInt(1_000_000), near(district), address),
        at,
        2 + random.nextInt(7),
        categories(),
        content(food),
        null);
  }

  private String title(District district, String food) {
    String place = district.name().substring(0, district.name().length() - 1);
    return "%s %s %s %s".formatted(place, pick(WHO), food, pick(CALLS));
  }

  private String content(String food) {
    List<String> sentences = new ArrayList<>(List.of(food + " 좋아하시는 분 오세요."));
    for (int i = random.nextInt(4); i > 0; i--) {
      sentences.add(pick(SENTENCES));
    }
    return String.join(" ", sentences);
  }

  public List<Category> categories() {
    List<Category> all = new ArrayList<>(List.of(Category.values()));
    Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(2));
  }

  private GeoPoint near(District district) {
    return new GeoPoint(
        rounded(district.latitude() + random.nextGaussian() * 0.01),
        rounded(district.longitude() + random.nextGaussian() * 0.012));
  }

  /** Where somebody is who looks for a meeting. */
  public GeoPoint place() {
    return near(pick(DISTRICTS));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  /** A part of some text, one to six characters. */
  public String partOf(String text) {
    int length = Math.min(text.length(), 1 + random.nextInt(6));
    int start = random.nextInt(text.length() - length + 1);
    return text.substring(start, start + length);
  }

  /** None, one, or two. */
  public Set<Category> wanted() {
    Set<Category> wanted = EnumSet.noneOf(Category.class);
    for (int i = random.nextInt(5) - 2; i > 0; i--) {
      wanted.add(pick(List.of(Category.values())));
    }
    return wanted;
  }
}
