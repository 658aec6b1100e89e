"""Take the pictures of the audit page in docs/images: the pages of examples/ and tests/cases, cleaned, in Chromium.

    python scripts/screenshots.py [FOLDER]     needs newsclean[report], Selenium, Pillow, Chromium and its driver

The pictures are taken with Debian's fonts-noto-cjk; other fonts change them.
"""

import io
import sys
import tempfile
from base64 import b64decode
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "tests/browser"))

from page import Page, chromium  # noqa: E402
from PIL import Image  # noqa: E402

from gold import case_files, read  # noqa: E402
from newsclean import Cleaner  # noqa: E402
from newsclean.report.audit import audit  # noqa: E402
from newsclean.report.page import render  # noqa: E402
from newsclean.report.sentences import sentences  # noqa: E402

RECORD = "records?r=2&s=110"  # examples/pages/mirror.txt, at the brand in its first sentence
# Language, view, height, look.
PICTURES = {
    "audit-overview-en": ("en-GB", "overview", 1000, "light"),
    "audit-record-en": ("en-GB", RECORD, 900, "light"),
    "audit-rules-en": ("en-GB", "rules", 800, "light"),
    "audit-overview-zh": ("zh-CN", "overview", 1000, "light"),
    "audit-record-zh": ("zh-CN", RECORD, 900, "dark"),
    "audit-rules-zh": ("zh-CN", "rules", 800, "light"),
}


def pages():
    for path in sorted((ROOT / "examples/pages").iterdir()):
        if path.suffix != ".jsonl":
            yield path.stem, path.read_bytes()
    for path in case_files("polluted", "clean"):
        case = read(path)
        yield case.name, case.raw.encode(case.encoding, "replace")


def document():
    cleaner = Cleaner()
    pairs = [
        (name, cleaner.clean(raw, id=name, url=f"https://{name.split('-')[0]}.example.com")) for name, raw in pages()
    ]
    return audit([(name, article.to_dict()) for name, article in pairs], "examples", what=sentences())


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        file = Path(room) / "report.html"
        file.write_text(render(document()), "utf-8")
        driver = chromium(room)
        for name, (language, view, height, look) in PICTURES.items():
            page = Page(driver, file)
            media = {"prefers-color-scheme": look, "prefers-reduced-motion": "reduce"}
            page.open(view, height=height, media=media, language=language)
            page.frame()
            take(page, folder / f"{name}.png")
        driver.quit()


def take(page, path):
    """Save what is seen, in as few colours as look the same."""
    seen = Image.open(io.BytesIO(b64decode(page.cdp("Page.captureScreenshot", format="png")["data"])))
    seen.convert("RGB").quantize(192, dither=Image.Dither.NONE).save(path, optimize=True)
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/images")
