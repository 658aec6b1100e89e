#!/bin/sh
# Clean with a running `newsclean serve`, by curl: a page (its record is printed), then a stream of JSON Lines.
#
#     sh curl.sh PAGE RECORDS.jsonl
set -eu
service=${NEWSCLEAN:-http://127.0.0.1:8765}
# --data-binary and not --data, which takes out line breaks
curl --silent --show-error --data-binary "@$1" "$service/clean?url=https://example.com/1.html"
echo
# --upload-file - streams: records come back while others are still being sent
curl --silent --show-error --request POST --upload-file - "$service/batch" < "$2"
