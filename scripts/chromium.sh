#!/bin/sh
# Make sure that Chromium and its driver are there: Debian's, installed when they are missing and we may.
set -eu
missing=""
command -v chromium > /dev/null || missing="chromium"
command -v chromedriver > /dev/null || missing="$missing chromium-driver"
[ -n "$missing" ] || exit 0
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get > /dev/null && $as_root apt-get -qq update; then
    DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq install --yes --no-install-recommends $missing > /dev/null && exit 0
fi
echo "the browser tests need$missing on the PATH (Debian: apt-get install chromium chromium-driver)" >&2
exit 1
