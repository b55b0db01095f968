#!/bin/sh
# Sets up all that Spoglio needs in the folder given (a virtual environment) and, where it may,
# the system packages. What it may not install it names, with the command that does.
set -eu
venv=$1

may_install() { # whether Debian packages can be installed without asking anybody
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

install_packages() {
    missing=$*
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if may_install; then
        echo "Installing: $missing"
        $as_root apt-get update -qq || true
        # shellcheck disable=SC2086
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null && return 0
    fi
    echo "Not installed: $missing. To install: sudo apt-get install $missing" >&2
    return 1
}

python=""
for candidate in python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null &&
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Spoglio needs Python 3.11 or later: sudo apt-get install python3" >&2
    exit 1
fi

# Debian keeps the virtual environments of Python in a package of their own
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    install_packages "$(basename "$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')")-venv" ||
        install_packages python3-venv
fi

# Scans are read by Tesseract; without it their pages are marked, and the rest is read
if ! command -v tesseract >/dev/null || ! tesseract --list-langs 2>/dev/null | grep -qx ita; then
    install_packages tesseract-ocr tesseract-ocr-ita ||
        echo "Without Tesseract scanned pages are not read." >&2
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --editable .

# The site is tried in a real browser: Debian's Chromium; where that package is only a stub for a
# snap (Ubuntu), the one that Playwright brings
chromium_works() {
    for name in chromium chromium-browser; do
        command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1 && return 0
    done
    "$venv/bin/python" scripts/chromium.py >/dev/null 2>&1
}
if ! chromium_works; then
    if ! may_install; then
        echo "Not installed: chromium. To install: sudo apt-get install chromium" >&2
    else
        install_packages chromium || true
        chromium_works || "$venv/bin/python" -m playwright install --with-deps chromium ||
            echo "Without Chromium the site's browser tests are skipped." >&2
    fi
fi
