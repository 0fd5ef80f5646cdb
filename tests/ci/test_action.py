"""The action for GitHub: its steps run as a runner would run them, and nothing in it can be steered by inputs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from reports import check_sarif

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
SHELL = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]


class Ran(NamedTuple):
    """What came of a step."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """Runs steps of the action in a project, with the files that a runner gives."""

    def __init__(self, project: Path, environment: dict[str, str]) -> None:
        self.project = project
        self.temporary = project.parent / "runner"
        self.temporary.mkdir()
        self._environment = environment
        self._known: dict[str, str] = {"runner.temp": str(self.temporary), "github.action_path": str(ROOT)}

    def run(self, name: str, inputs: dict[str, str] | None = None, **more: str) -> Ran:
        """Run the shell of one step; `more` are variables of the environment."""
        step = STEPS[name]
        given = {key: value["default"] for key, value in ACTION["inputs"].items()} | (inputs or {})
        known = {**self._known, **{f"inputs.{key}": value for key, value in given.items()}}
        known["inputs.cache != 'true' && '1' || ''"] = "" if given["cache"] == "true" else "1"
        variables = {key: self._resolved(value, known) for key, value in step.get("env", {}).items()}
        files = {f"GITHUB_{what}": self.temporary / what.lower() for what in ("OUTPUT", "STEP_SUMMARY")}
        for file in files.values():
            file.write_text("")
        script = self.temporary / "script.sh"
        script.write_text(step["run"])
        environment = {**self._environment, "RUNNER_TEMP": str(self.temporary), **variables, **more}
        environment |= {key: str(file) for key, file in files.items()}
        done = subprocess.run(
            [*SHELL, str(script)], cwd=self.project, env=environment, capture_output=True, text=True, check=False
        )
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
        self._known |= {f"steps.{step.get('id')}.outputs.{key}": value for key, value in outputs.items()}
        return Ran(done.returncode, done.stdout + done.stderr, outputs, files["GITHUB_STEP_SUMMARY"].read_text())

    @staticmethod
    def _resolved(text: str, known: dict[str, str]) -> str:
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda match: known[match[1]], text)


@pytest.fixture
def runner(repository: Path, environment: dict[str, str]) -> Runner:
    """A runner for a project, on which the program has been installed."""
    made = Runner(repository, environment)
    folder = made.temporary / "folder"
    folder.mkdir()
    command = environment["PATH"].partition(":")[0] + "/corpus-tools"
    made._known |= {"steps.install.outputs.folder": str(folder), "steps.install.outputs.command": command}
    return made


def validated(runner: Runner, **inputs: str) -> tuple[Ran, int]:
    """What came of the step that validates, and the code with which the action ends after it."""
    ran = runner.run("Validate", inputs)
    assert ran.code == 0, ran.log
    return ran, runner.run("Tell what came of it").code


def test_findings_are_told_beside_the_lines_in_the_summary_and_as_files(runner: Runner) -> None:
    ran, code = validated(runner)
    assert (code, ran.outputs["exit-code"]) == (1, "1")
    assert "::error file=corpus/bad name.json,line=11," in ran.log
    assert ran.log.count("::error") == 1
    assert ran.summary.startswith("## corpus-tools validate: 1 error, 0 warnings")
    assert "T102 quote-mismatch" in ran.summary
    sarif = check_sarif(Path(ran.outputs["sarif"]).read_text())
    place = sarif["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "corpus/bad%20name.json", "uriBaseId": "%SRCROOT%"}
    assert json.loads(Path(ran.outputs["json"]).read_bytes())["summary"]["error"] == 1


def test_what_is_clean_succeeds(runner: Runner) -> None:
    ran, code = validated(runner, inputs="corpus/good.json\n")
    assert (code, ran.outputs["exit-code"]) == (0, "0")
    assert "0 errors, 0 warnings" in ran.summary


def test_inputs_options_configuration_and_baseline_are_passed_on(runner: Runner) -> None:
    (runner.project / "other.toml").write_text('fail-on = "never"\n')
    assert validated(runner, inputs="corpus/bad name.json\ncorpus/drafts", config="other.toml")[1] == 0
    assert validated(runner, args="--fail-on\nnever\n\n--ignore\nT2")[1] == 0
    _, code = validated(runner, args="--write-baseline", baseline="known.json")
    assert (code, (runner.project / "known.json").is_file()) == (0, True)
    ran, code = validated(runner, baseline="known.json")
    assert (code, "1 known" in ran.summary) == (0, True)
    assert validated(runner, summary="false")[0].summary == ""


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"inputs": "nowhere"}, "no such file or directory: nowhere"),
        ({"args": "--select\nT999"}, "--select: there is no rule T999"),
        ({"inputs": "$(touch hacked)"}, "no such file or directory: $(touch hacked)"),
        ({"inputs": "--help"}, "no such file or directory: --help"),
    ],
)
def test_what_cannot_be_done_is_told_in_the_summary_and_fails(runner: Runner, inputs, message: str) -> None:
    ran, code = validated(runner, **inputs)
    assert (code, ran.outputs) == (2, {"exit-code": "2"})
    assert message in ran.log
    assert ran.summary.startswith("## corpus-tools validate: there is no report (exit code 2)\n\n    ")
    assert message in ran.summary
    assert not (runner.project / "hacked").exists()


def test_code_scanning_gets_what_counts_and_no_other_result(runner: Runner) -> None:
    validated(runner, args="--write-baseline", baseline="known.json")
    ran, _ = validated(runner, baseline="known.json", inputs="corpus\ncorpus/drafts/draft.json")
    alerts, whole = (check_sarif(Path(ran.outputs[name]).read_text())["results"] for name in ("alerts", "sarif"))
    assert [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in alerts] == [
        "corpus/drafts/draft.json"
    ]
    assert len(whole) == 2
    used = STEPS["Upload findings to code scanning"]
    assert used["with"]["sarif_file"] == "${{ steps.validate.outputs.alerts }}"
    assert "steps.validate.outputs.alerts != ''" in used["if"]


def test_names_of_files_are_no_commands_to_the_runner(runner: Runner) -> None:
    (runner.project / "::error::x.txt").write_bytes("Regen\n\nEs regnete in Köln früh.\n".encode("latin-1"))
    ran, _ = validated(runner, args="--encoding\nauto", inputs="::error::x.txt")
    before, _, after = ran.log.partition("\n::stop-commands::folder\n")
    assert after == "::error::x.txt: read as windows-1252 (detected)\n::folder::\n"
    assert before == "1 file: 0 errors, 0 warnings"


def test_windows_is_refused(runner: Runner) -> None:
    step = STEPS["Refuse Windows"]
    assert (next(iter(STEPS)), step["if"]) == (step["name"], "runner.os == 'Windows'")
    ran = runner.run(step["name"])
    assert (ran.code, ran.log) == (1, "::error title=corpus-tools::this action needs a runner with Linux or macOS\n")


def test_results_are_kept_also_when_the_run_fails() -> None:
    names = list(STEPS)
    restore, keep = STEPS["Bring back the results of earlier runs"], STEPS["Keep the results for later runs"]
    assert restore["with"]["key"] == keep["with"]["key"]
    assert restore["with"]["path"] == keep["with"]["path"] == STEPS["Validate"]["env"]["CORPUS_TOOLS_CACHE"]
    assert names.index(restore["name"]) < names.index("Validate") < names.index(keep["name"]) < len(names) - 1


@pytest.mark.parametrize(
    ("inputs", "wanted"),
    [
        ({}, str(ROOT)),
        ({"version": "0.1.0"}, "corpus-tools==0.1.0"),
        ({"extras": "near-duplicates"}, f"{ROOT}[near-duplicates]"),
        ({"version": "0.1.0", "extras": "near-duplicates"}, "corpus-tools[near-duplicates]==0.1.0"),
    ],
)
def test_the_code_of_the_action_is_installed_or_the_version_that_is_asked_for(
    runner: Runner, tmp_path: Path, inputs: dict[str, str], wanted: str
) -> None:
    stand_in = tmp_path / "stand-in"
    stand_in.mkdir()
    (stand_in / "python3").write_text(
        '#!/bin/sh\nmkdir -p "$3/bin"\nprintf \'#!/bin/sh\\necho "$@" > "%s/asked"\\n\' "$3" > "$3/bin/python"\n'
        'chmod +x "$3/bin/python"\n'
    )
    (stand_in / "python3").chmod(0o755)
    path = f"{stand_in}:{Path(sys.executable).parent}:/bin:/usr/bin"
    ran = runner.run("Install corpus-tools", inputs, PATH=path)
    assert ran.code == 0, ran.log
    venv = Path(ran.outputs["folder"]) / "venv"
    assert (venv / "asked").read_text().split()[-1] == wanted
    assert ran.outputs["command"] == f"{venv}/bin/corpus-tools"


def test_actions_are_pinned_and_inputs_never_become_code() -> None:
    for step in STEPS.values():
        assert ("uses" in step) != ("run" in step)
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", step["uses"])
        else:
            assert "${{" not in step["run"]
            assert step["shell"] == "bash"


def test_all_inputs_and_outputs_are_described_and_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8").partition("\nruns:")[2]
    for name, declared in ACTION["inputs"].items():
        assert declared["description"].endswith("."), name
        assert re.search(rf"inputs\.{name}\b", text), name
    asked = set(re.findall(r"steps\.validate\.outputs\.([\w-]+)", json.dumps(ACTION["outputs"])))
    assert asked == set(ACTION["outputs"])
    assert {f"{name}=" for name in ("exit-code", "sarif", "json")} <= set(_written(STEPS["Validate"]))


def _written(step: dict[str, Any]) -> list[str]:
    forms = re.search(r"for form in (.*); do", step["run"])
    assert forms
    return [*(f"{form}=" for form in forms[1].split()), *re.findall(r'echo "([\w-]+=)', step["run"])]
