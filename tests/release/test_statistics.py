"""docs/statistics.md: its models are fitted, and what it says of types and missing cells holds."""

import re
import subprocess
from pathlib import Path

import pandas as pd
import pytest
import statsmodels.formula.api as smf

import gsomia_data as gd
from kit import r
from kit.real import ROOT

PAGE = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")
CODE = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def page() -> dict[str, object]:
    """The names that the page's own code leaves; a warning is an error, as in all tests."""
    names: dict[str, object] = {}
    for block in CODE:
        exec(block, names)  # noqa: S102 - our own documentation
    return names


@pytest.mark.parametrize(
    ("formula", "told"),
    [("year ~ signed", "BooleanDtype"), ("cow_1 ~ C(year)", "Int64Dtype")],
)
def test_a_formula_refuses_nullable_types(formula: str, told: str) -> None:
    """If this fails, the page need not convert any more."""
    with pytest.raises(TypeError, match=f"Cannot interpret '{told}"):
        smf.ols(formula, gd.dyad_years(2012, 2016))


def test_every_column_goes_in(page: dict[str, object]) -> None:
    """After the conversion of the page; missing is missing, and true is one."""
    plain = page["plain"]
    assert callable(plain)
    for frame in (gd.dyad_years(2012, 2016), gd.state_years(2012, 2016)):
        table = plain(frame)
        assert not set(table.dtypes.astype(str)) & {"boolean", "Int64", "Float64"}
        for name in ("announced", "signed", "in_force"):
            assert table[name].isna().equals(frame[name].isna())
            assert set(table[name].dropna()) <= {1.0}
        assert smf.ols("year ~ signed", table).nobs == frame["signed"].notna().sum()


def test_what_is_unknown_is_bounded(page: dict[str, object]) -> None:
    """One coefficient per way of filling in; that of what is known may lie outside."""
    unknown, coefficients, table = page["unknown"], page["coefficients"], page["table"]
    assert isinstance(unknown, pd.Index)
    assert isinstance(coefficients, list)
    assert isinstance(table, pd.DataFrame)
    assert 0 < len(unknown) <= 5
    assert len(coefficients) == 2 ** len(unknown)
    assert min(coefficients) < max(coefficients)
    assert table.loc[unknown, "had"].eq(1).all()
    assert coefficients[-1] == smf.ols("visits ~ had + C(year)", table).fit().params["had"]


def test_a_merge_loses_the_attributes() -> None:
    """With a table that has other ones."""
    polls = gd.polls()
    assert polls.attrs["citation"] == polls[["poll_id"]].attrs["citation"]
    assert polls.merge(gd.agreements(), on="agreement_id").attrs == {}


@pytest.mark.slow
def test_r_reads_the_pairs(tmp_path: Path, page: dict[str, object]) -> None:
    """As the page writes them, 1 and missing; as pandas would, text."""
    r.demand()
    pairs = gd.dyad_years(2012, 2016)
    plain = page["plain"]
    assert callable(plain)
    plain(pairs).to_csv(tmp_path / "pairs.csv", index=False)
    pairs.to_csv(tmp_path / "text.csv", index=False)
    code = """
pairs <- read.csv("pairs.csv")
cat(class(read.csv("text.csv")$signed), sum(is.na(pairs$signed)), sum(pairs$signed, na.rm = TRUE))
"""
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", code],  # noqa: S607 - the R of this machine
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    missing = int(pairs["signed"].isna().sum())
    assert done.stdout == f"character {missing} {len(pairs) - missing}"
