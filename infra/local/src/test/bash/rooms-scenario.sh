#!/bin/bash
# The rooms document's own test scenario. Only its base URL is changed, to $1.
set -eu

# 1. 방 생성
RESPONSE=$(curl -s -X POST $1/api/room/create \
  -H "Content-Type: application/json" \
  -d '{"userName":"host-user","roomTopic":"Test Room"}')

echo $RESPONSE | python3 -m json.tool

# roomId 추출
ROOM_ID=$(echo $RESPONSE | python3 -c "import sys, json; print(json.load(sys.stdin)['roomId'])")

# 2. 다른 사용자가 방에 참여
curl -s -X POST $1/api/room/join \
  -H "Content-Type: application/json" \
  -d "{\"roomId\":\"$ROOM_ID\",\"userName\":\"participant-user\"}" | python3 -m json.tool

# 3. 방 정보 조회
curl -s $1/api/room/$ROOM_ID | python3 -m json.tool

# 4. 전체 방 목록 조회
curl -s $1/api/rooms | python3 -m json.tool

# 헬스 체크
curl -s $1/api/health
