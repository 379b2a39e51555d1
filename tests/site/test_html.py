"""Every page is valid to the Nu Html Checker, the W3C's own."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

JAR = ROOT / ".html/node_modules/vnu-jar/build/dist/vnu.jar"
JAVA = shutil.which("java")
# Properties that the checker does not know yet (vnu 26.9).
NEWER = ".*“field-sizing”.*"


@pytest.mark.slow
@pytest.mark.skipif(JAVA is None, reason="no Java: apt-get install default-jre-headless")
def test_every_page_is_valid_html(site: Path) -> None:
    options = ["--errors-only", "--skip-non-html", "--filterpattern", NEWER]
    checked = subprocess.run(
        [str(JAVA), "-jar", str(JAR), *options, str(site)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (checked.stderr, checked.returncode) == ("", 0)
