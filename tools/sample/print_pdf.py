"""Print the two-column PDF of the sample with a browser.

    python tools/sample/print_pdf.py src/ceyuan_district/sample/documents

Browsers and fonts differ, so the file is printed once and kept; `make.py` leaves it alone.
"""

import shutil
import sys
from pathlib import Path

from layouts import special_issue_html
from marked import plain
from playwright.sync_api import sync_playwright

from documents import SAMPLES


def main(target: Path) -> None:
    """Write the PDF into `target`."""
    sample = next(s for s in SAMPLES if s.file.endswith(".pdf"))
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.set_content(special_issue_html(plain(sample.marked)))
        page.pdf(path=target / sample.file, prefer_css_page_size=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
