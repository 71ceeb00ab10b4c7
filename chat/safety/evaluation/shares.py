"""Shares of a whole, with what chance leaves open."""

import math
from dataclasses import dataclass

_Z = 1.959964  # of 95 %


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval after Wilson of a share, which holds for few rows and for shares of 0 and 1 as well."""
    if whole == 0:
        return 0.0, 1.0
    share, square = part / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    reach = _Z / (1 + square / whole) * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


@dataclass(slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    def add(self, is_part: bool) -> None:
        self.part += is_part
        self.whole += 1

    def __str__(self) -> str:
        """ "19 of 20, 95.0 % (76.4 to 99.1)", in per cent; of nothing "none"."""
        if not self.whole:
            return "none"
        low, high = wilson(self.part, self.whole)
        return (
            f"{self.part} of {self.whole}, {100 * self.part / self.whole:.1f} % ({100 * low:.1f} to {100 * high:.1f})"
        )
