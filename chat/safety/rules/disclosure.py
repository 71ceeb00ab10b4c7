"""Somebody tells of violence or abuse that they suffer or suffered. The answer is support, never a refusal."""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, Rule

_LABEL = Label.DISCLOSURE
# Games, sport and manners of speaking.
PLAY = r"""
    (beats?|beating|thrash\w*|crush\w*|destroy\w*) (me|us) (all |both )?at (?!home|night|the|work|school|least|a|my|his|her|times|first|all|any)\w+|
        in a good way|my (physio(therapist)?|chiropractor|osteopath|masseuse|massage therapist|personal trainer) (hurts?|hits?|pinche[sd])|
        in (his|her|their) sleep|as a joke|jokingly|sparring|polls?|election|rankings?|league|score[ds]?|tournament|minecraft|fifa|mario|scrabble|ping pong|
        boss (fight|level)|video games?|final boss|level \d+
    (at|in|play|plays|playing|played|of|the|a) (\w+ )?(chess|tennis|match|games?|level|karate|boxing|judo|race|poker|cards|
        darts|golf|badminton|squash|monopoly|snooker)
    (me|us) (\d\S*|at (chess|cards|darts|pool|golf|tennis|fifa|scrabble|chequers|checkers|\w+ball|mario\w*|the (game|buzzer|
        line|finish|race|polls|door)|everything|it|arm wrestling|table tennis|snooker|badminton|squash|monopoly|my own game)|
        with your|hard that|like a (ton|train|truck)|to (it|the (punch|door))|by (\d\S*|one|two)|in the (final|semi|next round))
    with (a|an|the|this) (\w+ )?(idea|question|bill|news|truth|offer|fact|snowball|balloon|pillow)|hit (me|us) up|(beat|beats) (me|us) to|dentist|
        needle|injection|plaster|waxing|my (cat|dog|kitten|puppy|parrot|horse)
    (idea|realisation|realization|inspiration|sunlight|sun|news|joke|ball|frisbee|song|lag|bug|compiler|market|bid|heat|traffic|
        nostalgia|reality|jet lag|hangover|grief|hunger|smell|memory|wave|wind|cold|flu|truth) (\w+ )?(hit|hits|slapped|slaps|
        smacked|smacks|kicked|kicks|punched|beat|beats|hurt|hurts|got|attacked|bit|bites|finally|just)
    before (it|they) (come back to |comes back to )?bites? (me|us)|(kick|kicks|kicked|boots?|booted) (me|us|him|her) off (the|a|my|our|his|her|this) (\w+ )?(wi ?fi|servers?|network|internet|call|group|team|chat|computer|
        laptop|console|tv|telly|couch|sofa|project|course|list|plan|account|channel|guild|squad|bus|train)
    (hit|kicked|struck|hurt|beaten|attacked) (in the \w+ )?by (a|an|the|my) (\w+ )?(ball|frisbee|car|bus|bike|wave|door|branch|
        snowball|cyclist|drone|idea|news|bug|virus|cold|truck|tram|swing|cat|dog)
"""
MILD = r"""
    (made|makes|make|making|forced|forces|forcing|pressured|pressures|touched|touches|touch|let|lets) me (\S+ ){0,4}(dishes|
        homework|vegetables|broccoli|sushi|movie|gym|run|vaccine|dance|karaoke|laugh|smile|piano|study|salad|update|restart|
        read)
    (touch|touches|touched|tapped|taps|patted|pats|punched|punches|hit|hits) (me |him |her )?(\w+ )?on (the|my) (shoulder|arm)|
        metaphorically|touched my heart
"""

RULES = (
    Rule("disclosure.violence", _LABEL, STRONG, r"""
        <hurter> ... {hit|hits|hitting|beat|beats|beating|beaten|burn|slap|kick|punch|choke|strangle|bite|whip|shove|
            push around|punched|punches|punching|slapped|slaps|slapping|kicked|kicks|kicking|choked|chokes|choking|strangled|
            strangles|strangling|burned|burns|whipped|whips|shoved|shoves|bites|bit|hurts|hurt} (me|us|my (mum|mom|mother|
            sister|brother|kids?|children|son|daughter|face|head))(?! (baby one|so much by|feelings|by (saying|lying|leaving)|when (she|
            he) (said|left|lied)))
        <hurter> .. (pushed|pushes|shoved|threw|throws|dragged|drags|slammed|slams) me .. {down|against|into|across|onto|by|
            wall|stairs|out}
        <hurter> .. (threw|throws|throwing|smashed|smashes) ... {at me|at us|at my head}
        <hurter> .. (grabbed|grabs|pulled|pulls|held|holds|dragged) (me|my) (by )?(the |my )?{hair|throat|neck|arm so|wrists}
        (and|who|then|but|also|always|sometimes|often|just|still|even) {hits|beats|slaps|punches|kicks|chokes|hurts|threatens|
            hitting|beating|slapping} (me|us|my (kids?|children|son|daughter|mum|mom))(?! (that|like|with the (idea|
            realisation)))
        (my|our|her) (\w+ )?(husband|boyfriend|partner|dad|father|ex|stepdad|uncle|brother) (broke|fractured|bruised|split|
            burned) her {nose|arm|jaw|rib|ribs|wrist|lip|finger|face}
        (hands?|arm|belt|cable) .. around my {neck|throat}
        <hurter> ... (gets|got|is|was|been|became|becomes|turns|turned) .. (physically |sexually |emotionally |verbally |
            really |very )*{violent|abusive|aggressive}( (to|towards?|with) (me|us|my))?(?! (to the ref|in the game|driver))
        (grew up|raised|live|living|lived|married) .. (with|by|to) .. {violent|abusive} (father|dad|mother|mum|mom|parents?|
            stepdad|stepfather|man|husband|wife|woman|partner|brother)
        <hurter> .. (broke|fractured|dislocated|twisted|bruised) my {arm|nose|jaw|rib|ribs|wrist|finger|fingers|leg|collarbone|
            eye socket|skull|tooth|teeth}
        (he|she|they|somebody|someone|<hurter>) .. (forces|pins|pinned|holds|held|drags|dragged|pushes|overpowers|
            overpowered) me {down|onto|to the floor|to the ground|to the bed}(?! (for|on|to) (an?|the|my|some) (\S+ )?(answer|date|decision|price|number|details?|
            time|plan|commitment))
        <hurter> .. (slammed|smashed|banged|slams|pushed|held) my {head|face}
        i (was|got|get|am) {hit|slapped|kicked|whipped|spanked|choked|punched} (every|as a (child|kid)|by (my|him|her)|daily|
            with a|at home|whenever|if|when)
        (held|pulled|holds|pointed|put) .. {knife|gun} .. (to|on|at|against) (me|my|us)
        <hurter> (lays|laid|puts|put|raised|raises) .. {hands|hand} on (me|us|my (kids?|sister|brother|mum|mom|body|thigh|leg))
        {bruises|bruised|bruise|fractured|broken|black eye} ... (he|she|my (husband|boyfriend|partner|dad|father|mum|mom|wife|
            girlfriend|ex|stepdad)) .. (gave|did|hit|left|me|grabbed|pushed)
        {lock|locked|locks|locking} me .. (in|out|inside) .. (basement|room|closet|cupboard|bathroom|cellar|house|dark|cold|
            garage|bedroom)
    """, PLAY + r"""
        (report|ban|mute|block) a player|in (the )?chat|hit (me|us) up (for|about|on)|(did|does) (he|she|they) .. (beat|hit) (us|me) at|(tooth|back|knee|stomach|shoes|head) hurts me
    """),
    Rule("disclosure.suffered", _LABEL, STRONG, r"""
        (i|ive|im) .. (was|got|been|am|being|get|keep|kept|getting|have|had) ... {abused|assaulted|raped|molested|groped|
            trafficked|beaten up|battered|stalked|blackmailed|strangled|sexually harassed|harassed|groomed|attacked by a man|
            attacked by my|attacked by a stranger|attacked by him|exploited|drugged|roofied|gang raped|spiked}(?! (at chess|
            by mosquitoes|by a (dog|bug|wasp)))
        i (was|am|got|get|keep|kept|used to) .. (being |getting |get )?{beaten} (by|as a|every|when|with|almost|at home|if)
        {raped|molested|groped|assaulted|abused|rapes|molests|gropes|molesting|raping|groping|abusing|abuses|stalked|stalks|
            stalking|blackmailed|blackmails|blackmailing|harassed|harasses|harassing|groomed|grooming|drugged|trafficked} (me|
            us|my (sister|brother|daughter|son|mum|mom|mother|friend|cousin|niece|nephew|kids?|children|girlfriend|wife))
        my {rapist|abuser|stalker|molester|rape|trafficker|assault|groomer|sexual assault|attacker}
        (im|i am|as|being) .. {survivor|victim} .. (of|abuse|rape|assault|incest|violence)
        (abuse|rape|assault|incest|violence|dv) {survivor|victim} (here|myself|and i)
        (survived|endured|suffered|escaped|went through|experienced|experiencing|suffering|fled|grew up with|
            living with) ... {abuse|assault|rape|domestic violence|incest|molestation|beatings|trafficking}
        (in|left|escaped|leave|escape|out of|stuck in|from|grew up in|had|have) (an?|my|this) .. {abusive} (relationship|
            marriage|home|household|family|partner|husband|boyfriend|ex|father|mother|parents?|wife|girlfriend|dad|mum|mom|
            childhood|situation)
        my (\w+ )?{abusive} (relationship|marriage|home|household|family|partner|husband|boyfriend|ex|father|mother|parents?|
            wife|girlfriend|dad|mum|mom|stepdad|uncle|brother)
        (i|ive|its|it) ... (was|it was|it|call it|is) {rape|sexual assault|sexual abuse|molestation|incest}
    """, r"""
        abuse(d)? (of )?(power|the (system|privilege|api))|my (dog|cat|horse|rescue|laptop|car)
        memoirs?|autobiography|biography|book by|in (the|a) (book|game|movie|film|dream)|for (the|my|an) (operation|surgery|
            procedure)|an[ae]+sthe\w*|harassed by (mosquitoes|spam\w*|bots|telemarketers|sales\w*)
        spiked (in|on|at) (volleyball|price)
    """),
    Rule("disclosure.sexual_violence", _LABEL, STRONG, r"""
        <hurter> ... (touch|touches|touched|touching|feels|felt|fondled|fondles|rubbed|rubs) me .. {inappropriately|there|
            places|down there|sexually|without|under|asleep|sleeping|wrong|private|parts|night|where|dont like|didnt want|
            intimately|uncomfortable}
        <hurter> ... {touched|touches|touching} (me|my (breasts?|bum|butt|thighs?|private parts?|body|leg)) (when|while|and|
            without|even|under|as a|for years|at night|every|again)
        (put|puts|putting|slid|slides|shoved|stuck) (his|her|their) {hand|hands|fingers} .. (up|under|in|inside|down|on|
            between) my (?!shoulders?|back|arm|head|hand|bag|desk|plate|waist|knee|cheek)\S+
        (come|comes|came|sneaks|snuck|sneak|coming|crept|creeps|creep) .. (into|in) my (room|bed|bedroom) .. (at|every|during|
            in the|when) .. {night|nights|asleep|sleeping|drunk}
        <hurter> ... (forced|forces|forcing|coerced|coerces|pressured|pressures|pressuring|made|makes|manipulated|guilted|
            guilts|threatened) me .. (to|into|have|do|touch|watch|send|sleep|undress|strip|perform|on) .. {sex|things|touch|
            touching|sleep|undress|strip|nudes|pictures|porn|him|herself|himself|acts|naked|it|watch|drugs|marry|abortion|
            photos|intimate|bed}
        {forced|forces|forcing|coerced} (himself|herself|themselves) on (me|my)
        (force|forced|pressured|coerced|forcing) .. me .. {sex|sexually|intercourse}
        i (said|told|kept saying|begged|asked|screamed|cried) .. (no|stop|him|her|them) ... {anyway|kept|listen|continued|didnt|
            wouldnt|stop}
        i (never|didnt|did not|couldnt) {consent|consented|agree to it|agree to that|agree to sex}
        without my {consent} .. (while|when|he|she|they|and|touched|filmed|sex|recorded)
        (filmed|recorded|photographed|touched|kissed|had sex with) me .. without .. {consent|knowing|knowledge|permission}
        (i )?(woke|woken|wake) up .. (to|with|and) ... {on top of me|inside me|touching me|in my bed|undressing me|undressed me|
            naked beside me|hands on me}
        (had sex with|did things to|took advantage of|undressed|filmed|touched) me .. (while|when) i .. {asleep|sleeping|drunk|
            unconscious|passed|drugged|child|little|kid|blackout}
        {took advantage} of me (when|while|that night|after|sexually)
        (something|drugs|a pill|roofie) in my {drink}
        my {drink} (was|got|had been) (spiked|drugged)
        (wont|doesnt|didnt|never) take no for an {answer} .. (in bed|when he|sex|when it comes)
        <hurter> ... (make|makes|making|made|sends|sent|sending|with) ... {sexual} (comments|advances|remarks|jokes|messages|
            favou?rs|requests|gestures)
        <hurter> ... {rubbing|rubs|rubbed|pressing|presses|pressed|grinding} (himself|herself|his|her|up)( \S+)? against (me|my)
        {sex} in (return|exchange) for
        {unwanted} (touching|sexual|advances|sex) .. (from|by|my)
        <hurter> .. {exposed|exposes|exposing|flashed|masturbated} (himself|herself|in front of) .. (to|at|in front of)? ?(me|
            us)
    """, MILD),
)  # fmt: skip
