"""What somebody likes and dislikes."""

from memory.learning.facts import Kind
from memory.learning.rules.rule import Rule
from memory.learning.wordings import wordings

_VERY = r"(?: (?:really|also|absolutely|still|truly|actually|quite|always|totally|genuinely|do|simply|so|secretly|honestly|both))*"
_LIKE = r"(?:like|likes|love|loves|enjoy|enjoys|adore|adores|prefer|prefers)"
_NOT = r"(?:hate|hates|dislike|dislikes|loathe|loathes|detest|detests|can't stand|can't bear|cannot stand|(?:don't|do not|doesn't) (?:really |particularly |actually |much )?(?:like|enjoy)|don't care for|can't stomach|despise)"
_LIKE_CUE = "What I like and enjoy."
_NOT_CUE = "What I don't like."
_PAST = r"(?: (?:anymore|any more|any longer))"
_TAIL = r"(?: (?:now|nowadays|these days|very much|a lot|so much|more than anything|the most|best|to bits|since i was (?:a child|little|a kid|small)))?"

RULES = (
    Rule(
        kind=Kind.LIKE, slot="favourite {what}", cue="The {what} I like best.", importance=0.6,
        text="{Whose} favourite {what} is {value}.",
        wordings=wordings(
            r"(?P<whose>my|my (?:\w+ )?(?P<kin><kin>)(?: (?P<kinname>(?-i:<proper>)))?'s) (?:(?:all-time|absolute|new) )?(?:favou?rite|fav|fave) (?P<what>(?!(?:thing|part|person|human|companion|moment|bit|ai)\b)\w+(?: \w+)?)(?: of all time| in the (?:whole )?world| ever)? (?:is|are|has to be|'s) (?!(?:from|in|at|on|with|by|about|to|dead|old|\w{3,}ed|gone|broken|over|closed|missing|coming|on|out|here|back|there|so|too|very|really|now|when)\b)<thing>(?=<stop>|<end>)(?! (?:of|in|to|with)\b)",
            r"<thing> is (?P<whose>my) (?:(?:all-time|absolute|new) )?favou?rite (?P<what>(?!(?:thing|part|person|human|companion|moment|bit|ai)\b)\w+)(?=<stop>)",
        ),
    ),
    Rule(
        kind=Kind.DISLIKE, subject="{thing}", slot="liking", cue=_NOT_CUE, is_change=True,
        wordings=wordings(
            rf"<who>(?: don't| do not| doesn't)(?: really)? (?:like|love|enjoy) <thing>{_PAST}(?=<end>|<stop>)",
            r"<who> no longer (?:likes?|loves?|enjoys?) <thing>(?=<stop>)",
        ),
    ),
    Rule(
        kind=Kind.DISLIKE, subject="{thing}", slot="liking", cue=_NOT_CUE,
        wordings=wordings(
            rf"<who>{_VERY} {_NOT} <thing>{_TAIL}(?=<stop>|\s+(?:at all|because|since|either|when)\b)",
            r"<who>(?:<is>)(?: really| just)? not (?:a (?:big |huge )?fan of|fond of|keen on|into|a lover of|a (?P<lover>\w+) person) <thing>(?=<stop>)",
            r"<who>(?: don't| do not)(?: really)? (?:like|enjoy) <thing>(?: very much| at all| that much)(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.LIKE, subject="{thing}", slot="liking", cue=_LIKE_CUE,
        wordings=wordings(
            rf"<who>{_VERY} {_LIKE} <thing>{_TAIL}(?=<stop>|\s+(?:because|since|too|as well|and (?:also )?(?:hate|dislike|can't))\b)",
            r"<who>(?:<is>)(?: also| really| still| totally| such)*(?: a)?(?: big| huge| massive| great| real| lifelong| die-hard)? (?:fan of|fond of|keen on|into|obsessed with|crazy about|addicted to|passionate about|mad about) <thing>(?=<stop>)",
            r"<who>(?:<is>)(?: also| really| such| totally| definitely)* (?P<value>an? (?:(?:huge|big|real|total|massive) )?(?:tea|coffee|cat|dog|morning|night|beach|mountain|book|outdoor) (?:person|lover|drinker|owl))(?=<stop>|<end>)",
        ),
    ),
    Rule(
        kind=Kind.LIKE, subject="{thing}", slot="liking", cue=_LIKE_CUE,
        wordings=wordings(r"(?:my (?:biggest |main |greatest |favou?rite |new |other )?(?:hobby|passion|hobbies|passions|interests?|guilty pleasure)) (?:is|are|include) <thing>(?=<stop>)"),
    ),
)  # fmt: skip
