"""Write the table of CNS 11643, `src/newsclean/data/tables/cns11643.tsv`, for EUC-TW and ISO-2022-CN.

    python scripts/build_cns11643.py          (needs the `iconv` command of the GNU C library)

Python has no codec of EUC-TW. Every code of planes 1 to 3, all that pages use, is read by iconv.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/newsclean/data/tables/cns11643.tsv"
PLANES = (1, 2, 3)
HOLE = " "


def main() -> None:
    rows = []
    for plane in PLANES:
        for row in range(0xA1, 0xFF):
            chars = "".join(read(plane, row, cell) for cell in range(0xA1, 0xFF)).rstrip(HOLE)
            if chars:
                rows.append(f"{plane}\t{row - 0xA0}\t{chars}\n")
    OUT.write_text("".join(rows), encoding="utf-8", newline="\n")
    print(f"{len(rows)} rows, {OUT.stat().st_size} bytes")


def read(plane: int, row: int, cell: int) -> str:
    code = bytes((row, cell)) if plane == 1 else bytes((0x8E, 0xA0 + plane, row, cell))
    run = subprocess.run(("iconv", "-f", "EUC-TW", "-t", "UTF-8"), input=code, capture_output=True, check=False)
    return run.stdout.decode() if run.returncode == 0 else HOLE


if __name__ == "__main__":
    main()
