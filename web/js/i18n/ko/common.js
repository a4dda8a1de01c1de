/** 모든 페이지의 문구. */
export default {
  'app.skip': '본문으로 건너뛰기',
  'language': '언어',
  'theme.auto': '화면 모드: 시스템 설정',
  'theme.light': '화면 모드: 밝게',
  'theme.dark': '화면 모드: 어둡게',

  'nav.pages': '콘솔의 페이지',
  'nav.calls': '통화',
  'nav.sessions': '세션',
  'nav.accounts': '계정',
  'nav.studies': '스터디',
  'nav.meetings': '모임',
  'nav.chat': '채팅',

  'chart.table': '표로 보기',
  'chart.time': '시각',
  'chart.empty': '아직 보여 줄 것이 없습니다.',
  'chart.read': '{when}: {value}',

  'span.days': '{d}일 {h}시간',
  'span.hours': '{h}시간 {m}분',
  'span.minutes': '{m}분',
  'span.minutesSeconds': '{m}분 {s}초',
  'span.seconds': '{s}초',

  'error.599': '알 수 없는 오류입니다. 새로고침하고 다시 시도하세요.',
  'error.lost': '서버에 연결할 수 없습니다. 네트워크를 확인하고 다시 시도하세요.',
  'error.late': '서버가 제때 답하지 않았습니다. 네트워크를 확인하고 다시 시도하세요.',
};
