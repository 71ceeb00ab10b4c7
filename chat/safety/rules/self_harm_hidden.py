"""The writer wants to die and says so in other words."""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, Rule

_LABEL = Label.SELF_HARM
# Who is away tomorrow, or better off without it, has other plans.
AWAY = r"""
    holidays?|vacation|office|meetings?|appointment|flight|trip|travell?ing|cover|shift|conference|class|moving|leave|pto|(day|
        days|time) off|off work|dentist
    weekend|wedding|visiting|(catch|on|take) (a|the|my) train|work from|wfh|remote|team|party|project|cooking|dinner
"""

RULES = (
    Rule("self_harm.no_reason_to_live", _LABEL, STRONG, r"""
        (no|any|single|one|without|without a|find a|see a|need a) .. (reason|point|sense|use|purpose) .. (to|in|for|
            of) .. {wake up|waking up|live|living|go on|going on|keep going|get up|getting up|be here|being here|exist|existing|
            stay alive|staying alive|carry on|carrying on|being alive|keep living|stay}(?! (late|early|at|in (this|the) (house|
            flat|city|job)))
        (no|lost|lose|losing|without|havent|left|have) .. {will} to (live|go on|be here|survive)
        (might as well|better off|rather|better|wish i was|wish i were|hope im|hope i am|supposed to) (be )?{dead|
            dying}(?! (to me|wrong|last|tired|centre|center|certain|sure|right|set|serious|on time|than|inside the))
        {death|dying} (would|will|is|sounds|seems|feels|might|could) .. (a relief|relief|easier|better|peaceful|answer|way out|
            only|comforting|escape|kinder)
        (why|how come) (am i|do i|im i|should i) .. {alive|exist|living|live|bother living}(?! (in|with|here|at|so))
        why am i (still|even) {here}
        (dont|do not|doesnt|no longer) (really )?{care|matter|mind} (if|whether) i (live|die|wake|am alive|exist|survive|
            make it)
        {enough} of (life|living|being alive|this life|existing)
        {life|living|existing|existence} (just )?(hurts|is unbearable|is pointless|is meaningless|is too (much|hard|painful)|
            feels (pointless|meaningless|unbearable|empty)|is (torture|agony|hell)|means nothing|has no (meaning|point|purpose|
            value))
        (what|whats|wheres|see|there is|theres|is there) .. (the|any|no) .. {meaning|purpose} .. (in|of|to) .. (living|my life|
            existing|me being|going on|being alive)
        (cant|cannot|dont want to|wont|not going to|refuse to) .. {face|see|survive|get through|make it through} (another|
            one more|tomorrow|the (night|week|next))( day| night| week| morning)?(?! (of (school|meetings|work|lectures)|
            meeting|exam|at the))
        nothing .. (to|worth|left) .. {live for|living for|stay for|wake up for|get up for|keep me here}
        {nothing} left for me
        (see|know|understand|wonder|tell me|reason) why i (should|would|bother|even|still|have to) .. {alive|live|living|exist|
            stay|go on|carry on}
        (except|but|besides|other than|only) {death}
        come to my {funeral}
        {funeral} .. (miss me|come|cry|sad) if i
        (survived|surviving|survive|regret) my .. {attempt}
        (whats|what is|is there|see|no) .. (the |any |a )?point .. {living|being alive|going on|existing|waking up|carrying on|
            being here|staying alive|life}(?! (insurance|in (london|paris|town)))
        {life|living} (isnt|is not|not|is no longer|doesnt feel|does not feel|was never|just isnt) worth .. (living|it|
            continuing)
        (worth|bear|stand|point) .. {living|being alive} <anymore>
        (is|if) (life|it) (is )?(even |really )?worth {living|being alive}(?! (in|at|near|with|there|on|abroad|outside))
        (tired|sick|exhausted|done|finished|through|fed up) .. (of|with|from) .. {living|being alive|life|existing|existence|
            being here|breathing}(?! (in|with|at|on|here|by|under|for|together|admin|out|near|next|hacks|lessons|insurance|
            paycheck|drama|alone|like))
        (give|giving|gave|given) up on {life|living|my life|staying alive}
        {dont|cant|cannot} .. see .. (future|reason|way) .. (for myself|with me in it|to keep going|forward anymore|worth)
    """, r"""
        subscription|homework|gluten|without (pizza|coffee|chocolate|music|cheese|football|wifi|internet|cats|dogs|tea|wine|
            bacon|netflix)|facebook|job interview|this (bug|city|flat|house)
    """),
    Rule("self_harm.gone", _LABEL, STRONG, r"""
        {better off|happier|easier|better place|relieved|better} ... (without me(?! (there|at|on|in (?!it)|as|coming))|
            with me (gone|dead)|(once|when|if|after) (i|im|i am|ive) .. (gone|dead|died|disappeared|vanished|didnt exist|
            wasnt here|werent here|wasnt around|werent around|never existed|not here|left this world))
        (wont|will not|not going to|not gonna|wouldnt|might not|may not) be {here|around|alive} .. (tomorrow|long|longer|
            by (then|christmas|morning)|next (week|month|year|time)|anymore|in the morning|after (tonight|today)|to see)
        you (wont|will not|will never) {hear} from me again
        (take care|care|look|looks) .. (of|after) (my|the) ... (when|once|after) (im|i am) {gone}(?! (for|on|to|this|next|
            until))
        (said|saying|say|made|making) .. my .. {goodbyes|goodbye|farewells}( to (everyone|the people|my family|my friends))?
        {goodbye} (forever|cruel world|world|everyone i|to life)
        this is (my |the )?(last|final) {goodbye|message|night alive|letter|day on}
        (put|putting|set|getting) my affairs in {order}
        (dont|wont|will not) {need} .. (it|them|these|this|any of it|anything|my things) .. (where (im|i am) going|
            after (tonight|today|friday|this week)|when im gone)
        (leave|leaving) this {world|earth|life}
    """, AWAY),
    Rule("self_harm.no_more", _LABEL, STRONG, r"""
        if i .. (died|vanished|killed|dead|disappeared|was gone|were gone|wasnt here|werent here|never woke|stopped existing|
            didnt exist|didnt wake) ... {nobody|noone|no one|anyone|anybody|better|easier|happier|care|notice|miss|relief|fine}
        (disappointed|hate|angry|sad|sorry|upset|regret) .. (that |im |i |am |still )*{alive|waking up}
        {nobody|noone|no one|anyone|anybody|everyone} ... (care|notice|miss|cry|mind|relieved|come) .. (if|when|that) (i|im|
            i am) .. (died|die|disappeared|gone|dead|vanished|wasnt here|never woke)
        (wish|hope|pray|praying|hoping|want|wishing|wanna|could) ... {wake|
            waking} up( again| tomorrow| ever| anymore| one day| in the morning)?(?! (early|earlier|late|at|to (coffee|
            breakfast)|on time|in time|rested|refreshed|next|feeling))(?<=up|in|er|ow|re|ay|ng)
        (go|fall|going) (to )?(sleep|asleep) and (never|not|dont|wont) {wake}
        (cant|dont|cannot|no|not) ... keep {living}
        (no|any|not|dont have|without|lost|(?<!me )(?<!us )the) .. {strength|energy|courage|will} .. (keep|to) (living|live|keep living|
            keep going|go on|carry on|exist|get through another)
        (hope|hoping|wish|wishing|wouldnt mind|want|wanted|praying) .. (a|the|that|some) .. (train|car|bus|truck|lorry|
            lightning) ... {hits|hit|kills|kill|takes|runs} .. me
        what (i|im) .. (might|could|will|may|would|going to|gonna|capable of) .. (do|doing) to {myself}
        (i|im) .. (dont|not|never) .. {safe} (with myself|from myself|by myself|alone with my thoughts|around (knives|pills))
        (should|shouldve|was|wish i) .. (never|not) .. been {born|alive}
        (shouldnt|should not|dont deserve to) {exist|be alive}
        (mind|like|love|prefer) .. not {waking|existing}
        (be with|join|see|reunite with|follow) (him|her|them|my \S+|mum|mom|dad|grandma) .. (again )?in {heaven}
        {sleep|asleep} (forever|and never|for good)(?! (on|at|in this))
        (wish|hope|want|pray) .. (i|god|something|someone|a car|a bus|a truck|death) .. (would|could|had|will) .. {kill me|
            end me|take me|hit me|run me over|end my}
        (everyone|everybody|family|mum|mom|parents|kids|people|they|friends|world|he|she) ... (glad|happier|relieved|fine|okay|
            free|cope|get over it|move on|better) .. (when|once|if|after) .. {im gone|i am gone|im dead|i am dead|i died|i die|
            i was gone}
        {cant|cannot|dont know how to|dont know if i can} .. (keep living|live like this|live anymore|go on living|
            continue living|survive this|stay alive|go on|keep going)( like this| <anymore>| much longer)(?! (without coffee|
            with (my|the|this|our) (?!life)))
        ready to {die|leave this world|go forever}
    """),
)  # fmt: skip
