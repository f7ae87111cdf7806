"""Flet's template is mended as it is unpacked; what is not as we know it is not built of."""

import zipfile
from pathlib import Path

import pytest

from tools.phones import build, template
from tools.phones.template import MENDS, Changed, mend, unpacked

GRADLE = "android/app/build.gradle.kts"


def _archive(folder: Path) -> Path:
    """An archive laid out as Flet's is, with nothing in its files but what is mended there."""
    texts: dict[str, str] = {}
    for name, was, _, _ in MENDS:
        texts[name] = texts.get(name, "") + f"before\n{was}\nafter\n"
    made = folder / "template.zip"
    with zipfile.ZipFile(made, "w") as files:
        files.writestr("build/cookiecutter.json", "{}")
        for name, text in texts.items():
            files.writestr("build/{{cookiecutter.out_dir}}/" + name, text)
    return made


def test_what_flet_has_no_words_for_is_put_in(tmp_path: Path) -> None:
    found = unpacked(_archive(tmp_path), tmp_path / "template")
    mend(found)
    app = found / "{{cookiecutter.out_dir}}"
    gradle = (app / GRADLE).read_text("utf-8")
    assert "isCoreLibraryDesugaringEnabled = true" in gradle
    assert f'coreLibraryDesugaring("{template.DESUGARING}")' in gradle
    project = (app / "ios/Runner.xcodeproj/project.pbxproj").read_text("utf-8")
    assert "IPHONEOS_DEPLOYMENT_TARGET = 15.0;" in project
    assert "13.0" not in project
    assert "platform :ios, '15.0'" in (app / "ios/Podfile").read_text("utf-8")
    assert "<true />" not in (app / "ios/Runner/Info.plist").read_text("utf-8")


@pytest.mark.parametrize("text", ["", "compileOptions {\ndependencies {\ndependencies {\n"])
def test_a_template_that_is_otherwise_is_not_built_of(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = _archive(tmp_path)
    with zipfile.ZipFile(archive) as files:
        held = {one: files.read(one) for one in files.namelist()}
    with zipfile.ZipFile(archive, "w") as files:
        for name, content in held.items():
            files.writestr(name, text if name.endswith(GRADLE) else content)
    monkeypatch.setattr(template, "TEMPLATE", tmp_path / "template")
    monkeypatch.setattr(
        "flet_cli.utils.template_cache.get_cached_template_zip", lambda url, version: archive
    )
    with pytest.raises(Changed, match=GRADLE):
        template.main()
    assert not (tmp_path / "template").exists()


def test_an_archive_that_is_none_of_flets_is_refused(tmp_path: Path) -> None:
    made = tmp_path / "other.zip"
    with zipfile.ZipFile(made, "w") as files:
        files.writestr("readme", "")
    with pytest.raises(Changed):
        unpacked(made, tmp_path / "template")


def test_one_command_mends_says_which_server_and_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    class Done:
        returncode = 3

    def run(line: list[str], **_: object) -> Done:
        ran.append(line)
        return Done()

    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(template, "main", lambda: ran.append(["mended"]))
    monkeypatch.setattr("tools.phones.build.subprocess.run", run)
    assert build.main(["apk", "--server", "https://mia.example.se", "-v"]) == 3
    assert (tmp_path / "server.txt").read_text() == "https://mia.example.se\n"
    assert ran[0] == ["mended"]
    assert ran[1][3:5] == ["build", "apk"]
    assert ran[1][-1] == "-v"
    with pytest.raises(ValueError, match="https"):
        build.main(["apk", "--server", "http://mia.example.se"])
