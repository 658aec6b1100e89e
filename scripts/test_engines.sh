#!/bin/sh
# Run the tests of the engines, each in an environment of its own, for their pins clash:
#     sh scripts/test_engines.sh PYTHON [frames|spark|datatrove]...
# The environments stay in .venv-engines and are set up anew when pyproject.toml changes.
set -eu
python=$1
shift
home=.venv-engines

set_up() {
    [ -e "$home/$1/.ready" ] && [ ! pyproject.toml -nt "$home/$1/.ready" ] && return
    "$python" -m venv "$home/$1"
    "$home/$1/bin/python" -m pip install --quiet --upgrade 'pip>=25.1'
    environment=$1
    shift
    "$home/$environment/bin/python" -m pip install --quiet pytest hypothesis "$@"
    touch "$home/$environment/.ready"
}

have_java() {
    command -v java > /dev/null && return
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if command -v apt-get > /dev/null && $as_root apt-get -qq update; then
        DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq install --yes --no-install-recommends \
            openjdk-17-jre-headless > /dev/null && return
    fi
    echo "Spark needs Java on the PATH (Debian: apt-get install openjdk-17-jre-headless)" >&2
    return 1
}

for environment in ${*:-frames spark datatrove}; do
    tests=tests/engines/test_$environment.py
    case $environment in
        frames) set_up frames --editable '.[ray]' datasets duckdb polars; tests="$tests tests/engines/test_ray.py tests/contrib/test_callables.py" ;;
        spark) have_java; set_up spark --editable '.[spark]' ;;
        datatrove) set_up datatrove --editable '.[datatrove]' ;;
    esac
    echo "$environment:"
    # an engine that waits for ever for a worker must not hold up everything else
    timeout 900 "$home/$environment/bin/python" -m pytest -p no:cacheprovider $tests
done
