"""Where the workbook lives."""

from __future__ import annotations

import pytest

from grader import home
from grader.errors import WorkbookError


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    monkeypatch.delenv("WORKBOOK_HOME", raising=False)
    root = tmp_path / "workbook"
    for folder in ("solutions", "datasets", "notebooks/deep"):
        (root / folder).mkdir(parents=True)
    (root / "pyproject.toml").touch()
    return root


def test_it_is_found_from_the_working_directory_upwards(checkout, monkeypatch):
    for folder in (checkout, checkout / "notebooks", checkout / "notebooks/deep"):
        monkeypatch.chdir(folder)
        assert home.root() == checkout


def test_the_environment_wins(checkout, monkeypatch, toy):
    monkeypatch.chdir(checkout)
    assert home.root() == toy


def test_elsewhere_it_is_the_checkout_that_the_package_was_installed_from(checkout, monkeypatch):
    monkeypatch.chdir(checkout.parent)
    assert (home.root() / "grader" / "home.py").is_file()


def test_a_folder_that_is_no_workbook_is_refused_by_name(checkout, monkeypatch):
    monkeypatch.setenv("WORKBOOK_HOME", str(checkout / "notebooks"))
    with pytest.raises(WorkbookError, match="which is not a workbook"):
        home.root()


def test_what_may_be_deleted_lies_in_one_hidden_folder(checkout, monkeypatch):
    monkeypatch.chdir(checkout)
    assert home.state() == checkout / ".workbook"
    assert home.state().is_dir()
