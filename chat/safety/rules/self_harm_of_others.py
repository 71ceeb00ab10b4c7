"""Somebody the writer knows wants to die or hurts themselves."""

from chat.safety.rules.self_harm import ACCIDENT, FUN
from chat.safety.verdict import Label
from chat.safety.wording import STRONG, WEAK, Rule

_LABEL = Label.SELF_HARM
# History, news, books: nobody the writer knows.
TOLD = r"""
    movies?|film|novel|series|episode|actor|actress|singer|documentary|anime|manga|king|queen|emperor|poet|romeo|juliet|hamlet|
        shakespeare
    hemingway|ophelia|soldiers?|samurai|cleopatra|hitler|writer|painter|protagonist|character|villain|hero|in the (book|story|
        game|show|play)
    can (a|an) \w+ overdose on|battery|(dying|die) to (go|see|try|meet|know)|statistics
"""

RULES = (
    Rule("self_harm.someone_wants_to_die", _LABEL, STRONG, r"""
        (<someone>) ... (<wishes>) .. {die|be dead}<no_idiom>
        (<someone>) ... (<says>) ... {end it|end it all|end <herlife>|ending <herlife>|take <herlife>|taking <herlife>|
            commit suicide|committing suicide|kill <herself>|killing <herself>|hang <herself>|shoot <herself>|end things|
            disappear forever|end everything|not be alive}<no_idiom>
        (<someone>) ... {doesnt|dont|didnt|did not|does not|no longer} (want|wants|wanted) to (live|be alive|exist|be here|
            wake up|be around)(?! (in|with|at|on|near|together|there))
        (<someone>) ... (no|any|the|a) (point|reason|sense) .. (in|to|of|for) .. {living|live|being alive|go on|going on|
            be here|life|existing|wake up}
        (<someone>) ... (we|wed|everyone|everybody|family|kids|children|world|us|all) .. {better off|better} (without <him>|
            if (she|he|they) .. (gone|dead|died))
        (<someone>) ... (threatening|threatens|threatened|going|wants|about|ready|wanted) to {jump}(?! (in|on|rope|ship|
            into the pool|for))
        (<someone>) ... (wishes|wished|wish) (she|he|they) .. {dead|born|gone}
        (<someone>) ... {goodbye} (letter|letters|note|text|texts|message|messages|to everyone|forever)
        (<someone>) ... (took|taken|swallowed) .. (all|too many|a bottle|a bunch|a handful|a lot|lots) ... {<pills>}
        (<someone>) ... {overdosed|overdose|ods|overdosing}
    """, TOLD + FUN),
    Rule("self_harm.someone_is_suicidal", _LABEL, STRONG, r"""
        (<someone>) ... (lost|has no|no|without) .. {will} to live
        (<someone>) ... (life|living|everything) (is|was|isnt|feels) .. {pointless|meaningless|worthless|not worth|worth living}
        (<someone>) ... (researching|searching|googling|googled|searched|looking up|looked up) .. {suicide|ways to die|
            how to die|methods}
        (<someone>) .. (is|was|feels|feeling|seems|felt|been|be|might be|may be|gets|says|get|being|become|becomes|im|shes|
            hes) .. {suicidal}
        (<someone>) ... {suicidal} (thoughts|ideation|feelings|tendencies)
        (my|our) ... {suicide attempt|attempted suicide|committed suicide|died by suicide|suicide note|tried suicide|suicide}
        {lost} (my|our) ... to suicide
        {suicidal} (friend|sister|brother|daughter|son|girlfriend|boyfriend|roommate|husband|wife|teenager|partner|mum|mom|dad)
    """, TOLD + r"""
        (my|our) .. (squad|class|essay|presentation|lecture|paper|teacher|professor|book)
        (workshop|training|course|policy|posters?|module|campaign|seminar|charity|fundraiser|leaflet|talk) (\w+ )?(on|about|for) (\w+ )?
            suicide|suicide (prevention|awareness) (week|month|day|training|policy|walk|workshop|module|posters?|charity|campaign|project|
            course|talk|seminar|leaflet)
    """),
    Rule("self_harm.someone_hurts_themselves", _LABEL, STRONG, r"""
        (my|our|a|one of my|his) ... {<harms>} (<herself>)
        (she|he|they|someone|somebody|shes|hes|theyre) .. (<says>|has been|been|started|keeps|is|will|
            to) .. {<harms>} (<herself>)
        (<someone>) ... {self harms|selfharms|self harmed|self harming|selfharming|self injures|cutting again}
        (found|saw|noticed|seen|discovered|sees|has|have) ... {cuts|scars|burns|burn marks|cut marks} ... (on|over|
            all over) (her|his|their) (arms?|wrists?|thighs?|legs?)
        (found|noticed|discovered) ... {razor|razors|blades} ... (her|his|their) (room|bed|drawer|bag|arms?)
        (worried|afraid|scared|fear|concerned|think) ... (might|may|will|could|going to|would|wants to|hell|shell|theyll|
            not) .. {<harms>} (<herself>)
        (<someone>) ... {cutting|cuts|burning|cut|slit|slashed|scratches|scratching|scratched|burns|carved|carves} .. (her|his|
            their) (arms?|wrists?|thighs?|legs?|skin)
    """, ACCIDENT + TOLD + r"""
        (cat|dog|kitten|puppy|parrot|horse|hamster)|autis\w*|toddler|baby|(one|two|three|1|2|3) (and a half )?(year|years) old|months old|(shes|hes|(she|he) is) (one|two|1|2)(?! of)
    """),
    Rule("self_harm.someone_despairs", _LABEL, WEAK, r"""
        (<someone>) ... {hates} (his|her|their) life
        (<someone>) ... (wants|wanted) to {disappear|vanish}
        (<someone>) ... {last} time .. (hear|see|talk|speak)
        (<someone>) ... (hung|switched|turned) {up|off}
        (<someone>) ... (giving|gave|gives) away (her|his|their|all|everything) ... {things|belongings|everything|stuff|clothes}
        (<someone>) ... (locked) <herself> {in}
        (<someone>) ... {hopeless|worthless|burden|pointless}
        (<someone>) ... {goodbye|goodbyes}
        (<someone>) .. (isnt|wont|not|doesnt|stopped) {answering|answer|responding|replying}
        (worried|scared|afraid) .. (about|for) (<someone>) ... {depressed|life|safe|alone}
    """, TOLD),
)  # fmt: skip
