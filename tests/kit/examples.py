"""How many examples a property is tried with: all in a run of the slow tests, else a quarter."""

from hypothesis import settings

# Several suites may run beside each other: that a machine is busy is no fault of the code.
settings.register_profile("thorough", deadline=None, max_examples=100)
settings.register_profile("quick", deadline=None, max_examples=25)


def choose(markers: str) -> None:
    """Choose between the two by what pytest was asked for with `-m`."""
    settings.load_profile("quick" if markers == "not slow" else "thorough")


def examples(number: int) -> settings:
    """Settings of a property that is tried with ``number`` examples, or a quarter of them."""
    thorough = settings.get_current_profile_name() == "thorough"
    return settings(max_examples=number if thorough else -(-number // 4))
