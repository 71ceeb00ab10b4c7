"""Somebody tells of being controlled, threatened or followed; and signs of abuse, of which it takes two."""

from chat.safety.rules.disclosure import MILD, PLAY
from chat.safety.verdict import Label
from chat.safety.wording import HINT, STRONG, WEAK, Rule

_LABEL = Label.DISCLOSURE

RULES = (
    Rule("disclosure.control", _LABEL, STRONG, r"""
        (my (husband|wife|boyfriend|girlfriend|partner|fiance|ex|in laws|pimp|employer|trafficker)|he|she|they|hes|
            family) ... (wont|doesnt|does not|didnt|never|not|wouldnt) .. (let|lets|allow|allows|allowed|
            letting) me .. (to )?{leave|see my|talk to|work|have my own|have any|out of|go out|use my|contact|go outside|
            call my|speak to|leave him}(?! (out of my sight in|until the (bill|game|movie)|the table))
        (controls|controlled|controlling|monitors) (every|all my|all our|everything) .. {penny|cent|everything|move|do|wear|
            money|finances}
        (controls|controlled|controlling|takes|took|keeps|monitors) .. (all )?(of )?(my|our) .. {money|phone|finances|wages|
            salary|passport|documents|movements|everything i do|bank account}
        <hurter> .. (threatens|threatened|threatening|says|said|keeps saying) ... (to|hell|he will|she will|shell|will|
            going to) .. {kill|hurt|leak|share|post|publish|expose|deport|take|burn|find|shoot|send} .. (me|us|my|the kids|them|
            himself if i leave)
        (he|she|they|hell|shell|ex|husband|boyfriend|wife|partner|dad|father|stepdad|uncle) ... {kill|hurt|find|destroy|ruin|
            beat} (me|us|my family) if i (ever )?(leave|left|tell|told|report|go to|speak|break up|talk|try to leave|
            say anything|dont (pay|send|come back|obey))
        <hurter> ... (sends|sent|sending|makes|made|making|gets|left|leaves|leaving|getting) .. (me |us )?(death |more |
            new )*{threats|threatening}
        (i|im) .. (get|getting|receive|receiving|received|got) .. {death threats|threats|threatening}
        (share|leak|post|send|spread|sharing|leaked|posted|publish|shared|spreading|sends|posting) .. (my|our|the|intimate|
            those|private|naked) .. {nudes|photos|pictures|pics|videos|video|images} .. (if|unless|online|to|without|everywhere|
            of me|around)
        (afraid|scared|terrified|frightened|fear) (of|to be alone with|what|for my life) (being |going |my |our |the |her |his |
            own |new |ex )*{husband|wife|boyfriend|girlfriend|partner|dad|father|stepdad|stepfather|mum|mom|mother|ex|uncle|
            brother|home alone with him|he will do|he might do|hell do|of him}(?! (laws|pecting))
        (afraid|scared|terrified|frightened|dread) .. (to|of) (go|going|come|coming|be|being|sleep) .. {home|at home|
            in my own home}( (because|since|to|when|after|at night|with (him|her|my)))?
        (ex|he|she|man|guy|someone|stranger|coworker|colleague|neighbou?r|boyfriend) ... (keeps|kept|wont stop|always|has been|
            is|still|started|been) .. {following me|following us|stalking|showing up|turning up|waiting outside|watching me|
            watching my house|tracking|spying|sending me threats|messaging me threats|parked outside}
        (follows|followed|follow) me .. {home|everywhere|around|from work|to work|at night}(?! (on (instagram|twitter|insta|
            tiktok|social)|like a puppy))
        (shows|showed|turns|turned|keeps turning|keeps showing) up at my {house|work|job|door|home|school|flat|workplace|
            apartment} .. (uninvited|every|again|even|though|drunk|and|after|unannounced|with)
        (put|hid|hides|installed|found|placed) .. {tracker|airtag|gps|spyware|camera|keylogger} .. (in|on|under) my
        (shows|showed|turns|turned|showing|turning) up {wherever|everywhere} i
        (watches|watched|watching|films|filmed|spies|spied|peeks) (on )?me .. {shower|showering|undress|undressing|sleep|
            sleeping|changing|bathroom}
        {hiding} from my (ex|husband|boyfriend|dad|father|wife|partner|stalker|family)
        (in|at|from|to) .. {womens shelter|domestic violence shelter|refuge} .. (with|because|after|since|my|now)
        {domestic violence|domestic abuse|dv} .. (my|i|me|husband|marriage|home|relationship|years|ex)
        (my|our) .. (marriage|relationship|home|husband|boyfriend|wife|partner|ex|parents|father|mother|dad|mum|mom) .. (is|was|
            has been|of) .. {domestic violence|violent|abusive|physically abusive|abuse}
        (being|be|was|am|getting|been|they|parents|family|them) .. {forced|forcing} .. (me )?(into|to) .. (marriage|marry|
            prostitution|sex work|work for nothing)
        {walk on eggshells|walking on eggshells} .. (or|because|he|she|around (my|him|her))
        he (apologises|apologizes|apologised|cries|promised|promises|swears|says sorry) ... {again|hits|hit|happen|stop|
            drinking|violent}( \S+){0,4}
    """, PLAY + MILD + r"""
        (spider|spiders|heights|dentist|exam|dark|cat|dog|puppy|duck|ads?|algorithm|instagram|movie|horror)|must
        landlord wont let me have a (pet|dog|cat)
    """),
    Rule("disclosure.parts", _LABEL, WEAK, r"""
        <hurter> .. (kept|keeps|was|started|would|used to) {touching|touch} me
        <hurter> {touched|touches} (me|my body)
        {bruises} on my
        {secret} ... (nobody|wouldnt believe|if i told|tell anyone|our)
        (im|i am|was|were) not {allowed} to (see|leave|have|work|talk|go|use|speak|call|meet|eat|drive)
        i dont {feel safe|feel safe at home}( at home| with (him|her)| in my)?
        {held} me down
        {violent} when
        (gets|got|is|was|becomes) .. {violent} .. (drunk|drinks|drinking|angry)
        (checks|reads|tracks|goes through) my {messages|phone|texts|emails|location}
        (i|we) .. {ran away} .. (because|from) .. (home|my|him|her|the)
        (told|tell|telling|asked|begged) (him|her|them) to {stop}
        (i|we) never {wanted} it
        (he|she|they) (said|told) .. {our secret|not to tell|never to tell|nobody would believe}
        (afraid|scared|terrified) of {him|her}
        (screams|screamed|yells|shouts) at me .. {every|until|for|constantly|because|daily}
        {calls|called} me .. (worthless|stupid|names|whore|slut|fat|ugly|useless)
        (my|our) (parents|mum|mom|dad|father|mother) .. (wont|dont|never|didnt|doesnt|refuse to) {feed|let|feeds} .. (me|us)
        (i|ive) .. never told (anyone|anybody|a soul|my) .. {before|about|this|what}
        when i was (a |just a |only )?(child|kid|little|young|\d+|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|
            fifteen) .. {uncle|stepdad|stepfather|cousin|babysitter|father|dad|grandfather|priest|coach|teacher|neighbour|
            neighbor|brother|stepbrother} .. (me|used to|would|made|did|touched)
        (spat|spits) in my {face}
        (threw|kicked|throws) me {out}
        {hide|hiding} ... (when|because|until) .. (he|she|dad|papa|mum|mom|father|mother|stepdad|husband) .. (comes|drunk|angry|
            home|calms|sleeps)
        what .. {did} to me
        {nightmares|flashbacks} about
        {drunk} and (angry|violent|shouts|yells|mean|hits)
        (home|comes home|gets|got) {drunk}
        (did|does|do) .. {things} to me
        (afraid|scared|too ashamed) .. (to tell|of telling|telling) {anyone|anybody|police|someone|my}
        {flashbacks} .. (of|to|from) .. (him|that night|what (he|they)|assault)
    """, r"""
        funny|out loud|phone bill|surprise party|present|santa|recipe|(sunburn|fell|bike)
    """),
    Rule("disclosure.called_for_help", _LABEL, HINT, r"""
        {police} .. (didnt|wont|never|dont) .. (believe|help|came|me)
        {restraining order|protective order|rape kit|womens shelter}
    """),
)  # fmt: skip
