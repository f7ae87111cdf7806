"""Each line of the guide, read: that the program knows the command, and that what it names is there."""

import re
import shlex

import pytest
import yaml

from mia_companion.cli import _parser as parser
from mia_companion.environment.variables import VARIABLES
from tests.deployed.proxies import DEPLOY, ROOT
from tests.torture.guide_lines import GUIDE, NOT_RUN, RUN, Block, blocks, why_not

PAGES = (*RUN, "compose.md")
LINES = [(block, line) for page in PAGES for block in blocks(page) for line in block.lines]
OTHERS = {"nginx.service"}
"""Units that the system brings."""


def _named(one: tuple[Block, str]) -> str:
    return f"{one[0].page}: {one[1][:60]}"


def test_there_is_a_guide() -> None:
    assert len(LINES) > 60
    assert {block.page for block, _ in LINES} == set(PAGES)


@pytest.mark.parametrize(("block", "line"), LINES, ids=map(_named, LINES))
def test_a_line_names_what_is_there(block: Block, line: str) -> None:
    """What a test cannot run (root, containers, packages) is at least this."""
    assert line == line.strip()
    for said in re.findall(r"(?:^|sudo |app )mia-(?:companion admin|admin) ([^|)]*)", line):
        words = shlex.split(said.split(" || ")[0].split(" > ")[0])
        parser().parse_args(["admin", *words])  # exits where it knows them not
    for said in re.findall(r"(?<![\w/])((?:deploy|requirements)/\S+)", line):
        made = re.match(r"deploy/(\.env|environment|secrets|certificates)", said)
        made_here = block.page == "compose.md" and made
        assert made_here or list(ROOT.glob(said)), f"{said} is not there"
    if match := re.search(r"\bsystemctl \S+ (.*)", line):
        for name in match[1].split():
            file = re.sub(r"@[^.]*", "@", name)
            ours = (DEPLOY / "systemd" / file).exists()
            assert name.startswith("--") or name in OTHERS or ours, name


@pytest.mark.parametrize("line", [line for _, line in LINES if line.startswith("docker compose")])
def test_a_line_of_compose_names_a_service_that_we_have(line: str) -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    before, deed, rest = re.fullmatch(
        r"docker compose (--project-directory deploy(?: --profile two)?) (\w+) ?(.*)", line
    ).groups()  # type: ignore[union-attr]
    assert before
    assert deed in {"build", "config", "down", "exec", "up"}
    words = [word for word in rest.split() if not word.startswith("-")]
    if deed in ("build", "exec", "up"):
        for service in words[:1]:
            assert service in services
    if deed == "exec":
        assert words[1] in ("mia-companion", "mia-nightly")


def test_what_is_not_run_is_still_in_the_guide() -> None:
    lines = [line for block, line in LINES if block.page in RUN]
    for begins, why in NOT_RUN.items():
        assert why
        assert any(re.match(begins, line) for line in lines), f"{begins} stands nowhere any more"
    given = [line for line in lines if not why_not(line)]
    assert len(given) > 0.75 * len(lines)


def test_every_link_leads_somewhere() -> None:
    for page in GUIDE.glob("*.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_variable_and_unit_that_is_named_exists() -> None:
    compose = (DEPLOY / "compose.yaml").read_text("utf-8")
    known = set(VARIABLES) | set(re.findall(r"\bMIA_\w+", compose))
    for page in GUIDE.glob("*.md"):
        said = page.read_text("utf-8")
        assert set(re.findall(r"\bMIA_\w+", said)) <= known, page.name
        for unit in re.findall(r"\b(mia-companion[\w-]*(?:@\d*)?\.(?:service|timer|target))", said):
            assert (DEPLOY / "systemd" / re.sub(r"@\d*", "@", unit)).exists(), unit
