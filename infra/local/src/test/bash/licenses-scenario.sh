#!/bin/bash
# The licenses document's own calls. Only its base URL is changed, to $1, and what is the reader's own: the keys $2 and
# $3, the token they buy, and the name of a room, $4.
set -eu

# 0. access token 받아 오기
RESPONSE=$(curl --silent --location --request POST "$1/v1/auth" \
--header 'Content-Type: application/json' \
--data-raw '{
    "accessKey": "'"$2"'",
    "secretKey": "'"$3"'",
    "expires": 60
}')
echo "$RESPONSE"
TOKEN=$(echo "$RESPONSE" | python3 -c "import sys, json; print(json.load(sys.stdin)['data']['accessToken'])")

# 1. License 정보
curl --silent --location --request GET "$1/v1/info" \
--header "s-connector-jwt: $TOKEN"

# 2. session 정보
curl --silent --location --request GET "$1/v1/sessions" \
--header "s-connector-jwt: $TOKEN"

# 2. 개별 session 상태
curl --silent --location --request GET "$1/v1/sessions/$4" \
--header "s-connector-jwt: $TOKEN"
