"""Coded terms for sexual material about minors. They decide alone, whatever else the text says."""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, Rule

RULES = (
    Rule("minor_risk.coded", Label.MINOR_RISK, STRONG, "{lolicon|shotacon|pthc|jailbait}", r"""
        what (is|does|are)|mean|means|meaning|report|reported|reporting|illegal|ban|banned|law|laws|police|charity|
            protect
    """),
)  # fmt: skip
