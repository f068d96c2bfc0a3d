"""The rules for dates: how an expression of time becomes an EDTF date, or why it does not.

A rule is a function from an expression and what is around it to a value. The list is closed: what
no rule reads gives no date. Each expression is read by one rule.
"""

from dataclasses import replace

from gsomia_data._floor import edtf
from gsomia_data.curation.rules.date_bounds import read_bounded, read_counted, read_two, week_of
from gsomia_data.curation.rules.date_expression import Date
from gsomia_data.curation.rules.date_rules import (
    DATE_RULES,
    Around,
    DateRule,
    Reading,
    RefusedError,
)
from gsomia_data.curation.rules.date_values import read_point

__all__ = ["DATE_RULES", "Around", "DateRule", "Reading", "RefusedError", "read"]


def read(expression: Date, around: Around) -> Reading:
    """The value of an expression and the rule that reads it.

    Raises:
        RefusedError: No rule reads it; the message says why.
    """
    if expression.refusal:
        raise RefusedError(expression.refusal)
    if around.denied:
        raise RefusedError(f'"{around.denied}" in the clause: it says what did not happen then')
    try:
        reading = _read(expression, around)
        return replace(reading, value=edtf.canonical(edtf.parse(reading.value)))
    except RefusedError:
        raise
    except (ValueError, OverflowError) as error:
        raise RefusedError(str(error)) from error


def _read(expression: Date, around: Around) -> Reading:
    if expression.relation == "counted":
        return read_counted(expression, around)
    if expression.last is not None:
        return read_two(expression, around)
    if expression.relation:
        return read_bounded(expression, around)
    reading = read_point(expression.first, around, expression.months)
    return week_of(reading) if expression.week else reading
