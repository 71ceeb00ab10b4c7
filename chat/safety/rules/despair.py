"""Signs of despair and of leave-taking. None is a crisis alone; it takes two."""

from chat.safety.verdict import Label
from chat.safety.wording import WEAK, Rule

_LABEL = Label.SELF_HARM

RULES = (
    Rule("self_harm.gives_away", _LABEL, WEAK, r"""
        {giving|gave|given|give|gifted} .. (away|my \w+ to|everything i own)
        {given|giving|gave} ... (belongings|possessions|everything|favou?rite|things i (love|own)|my (dog|cat|guitar|records|
            books|jewell?ery)) .. (away|to)
    """, r"""
        killer|ending|plot|secret|surprise|charity|donated?|goodwill|mov(e|ing)|declutter\w*|clean\w*|outgrew|old clothes|advice|birthday|speech
        notice|my best|my (number|name|opinion|consent)
    """),
    Rule("self_harm.for_good", _LABEL, WEAK, r"""
        (wont|will not|dont|do not) .. {need} .. (it|them|these|this|anything|any of it) <anymore>
        (wont|will not) be needing {them|it|these|this|anything}
        before i {go|leave|disappear}
        {remember|forgive|sorry|thank|thanks} ... (when im gone|after im gone|for everything|me for what)
        (one|a) last {time|goodbye}
        no {longer} needed
        at {peace} .. (now|finally|decision)
        {everyone|everybody|people} .. (remember|forgive) me
    """),
    Rule("self_harm.despair", _LABEL, WEAK, r"""
        <i> ... {burden}
        {hate} (<myself>|my life|being alive|existing)
        (<i>|so|feel|feeling|completely) .. {worthless|hopeless|unlovable|trapped}
        no {hope} (left|anymore|for me)
        {cant|cannot} .. (take|stand|bear|handle) .. (it|this|pain|life|being me) <anymore>
        (make|want|need) .. (the|this|my|all) {pain|hurting|suffering|noise} .. (stop|end|over|away)
        no {way} out
        nothing {matters} <anymore>
        (<i>|feel|so) .. {numb|empty} (inside|all the time|every day)
        no {future}
        {nobody|noone|no one} .. (would|cares?|wants|loves|needs) .. (me|about me|if im)
        (dont|do not) {deserve} to (live|be here|be alive|exist)
        (want|wish|just|could|wanna) ... {disappear|vanish|fade away}
        {nobody|noone|no one} (needs|likes|cares about|believes in|loves|wants) me
        (taking|take) up {space}
        (note|letter|letters) (is|are) (on|in|under) (my|the|his|her) {desk|table|bed|drawer|pillow}
        {everything} (is )?(ready|prepared|planned)
        i have {everything} (ready|prepared|planned)
        (end|hit) .. of my {rope|tether}
        (cant|cannot) keep {going}
        (cant|cannot) {cope} (anymore|any more|any longer|with life)
        (ready|want|going|about) to {give up}
        i {give up}( on everything| completely)?$
        make it {stop}
        waste of {space|oxygen|air|life}
        no {light} at the end
        (do|doing) something {stupid|drastic|to myself}
        {alone} .. (in this world|with (my|these|the) thoughts|forever)
        (other|see you on the) {other side}
        i want {out}
        (just|really) cant {anymore}
        i cant {anymore}
        ^{goodbye}$
        (tired|sick) of {fighting|struggling|hurting|suffering|trying}
        (want|need) it (all )?to be {over}
        (nobody|noone|no one) (would|will|even) .. {notice}
        {lonely} .. (unbearable|forever|dying|death|cant)
        (stopped|stop) {eating} (because|and)
        (cant|cannot) {stop} crying
        (every|each) day is {torture|agony|hell}
        i {hate} (waking up|who i am|being me|living)
        of {life}$
        (by|a) {mistake} and i should
        (just|should|could|wanna|want to) {end it}(?! (with|there|here|early|between))
        {escape} (this life|from life|everything|it all|the pain)
        {everything} hurts
        (so much|this|unbearable|endless|constant|emotional|my) {pain} .. (inside|end|unbearable|too much|cant|stop|anymore)
        (crying|cry|cried) .. (every|all) {night}
        cant {live} like this
        (want|need|wanted) .. (it|everything) (all )?(to )?{stop|end|be over}
        (want|wanted) (it|everything) all to {end|stop|be over}
        {dying} inside
        (no|any) {strength|energy|fight} left
        {done} (with everything|with life|fighting|trying)
        {end} things (tonight|for good|now|today|soon)
        (thank you|thanks) for {being kind|being there|everything|listening}
        (tonight|today|this|tomorrow) .. my last {night|day}
        ive {decided}$
        because i {deserve} (it|to|pain|this|the pain)
        until .. (hands|knuckles|arms|skin|it|i|they) {bleed|bleeds|bleeding|bled}
        (dont|do not) want to do {it|this|life} <anymore>
        {made} (my|up my) (mind|decision|peace)( about)?
        (nobody|noone|no one) .. {miss} me
        (i|im) (a |such a |just a )*{failure|waste of space|mistake|nothing}
        i {deserve} to (suffer|hurt|be punished)
        {exhausted} .. (of|from) .. (pretending|fighting|everything)
        cant {fight} <anymore>
        {suffering} .. (so much|every day|too long|for years)
        (life|everything|it) .. (is|feels|seems) .. {pointless|meaningless|hopeless}
        the {darkness} .. (me|wins|winning|swallow)
        {one way} (out|left|to (end|stop))
        only {one way}
        {tired} of (everything|fighting|trying|pretending|it all)
    """, r"""
        my team|excel|without (pizza|coffee|music|wifi)|refactor\w*|css|deadline|regex|printer|exam|homework|tax|sudoku|diet|
            mondays?|traffic|commute
    """),
)  # fmt: skip
