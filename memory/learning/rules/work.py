"""What somebody works and studies."""

from memory.learning.dates import PAST
from memory.learning.facts import Kind
from memory.learning.lists import JOBS
from memory.learning.rules.rule import Rule
from memory.learning.wordings import wordings

_JOB = rf"(?P<value>(?:(?!(?:good|bad|better|great|terrible|lousy|hopeless|total|complete|real|big|huge|born|little|closet|failed|fake|would-be|wannabe|aspiring|former|ex-?|walking|perfect|horrible|awful|decent|slow|fast|control|back ?seat|aspiring|hopeful|future|model)\b)[\w-]+ ){{0,3}}?(?:{JOBS}))"
_WHERE = r"(?: (?:at|in|for|with) (?!(?:heart|life|the moment|my (?:dreams?|spare|free|opinion|head)|general|my own way|training|love|need|the making|disguise|another|a past)\b)(?:(?:a|an|the|my|our|my own) )?(?:[\w&'-]+)(?: [\w&'-]+){0,4}?)?"
_FIELD = r"(?P<value>(?!(?:people|his|her|their|this|that|it|you|him|them|these|those|faces|common|sarcasm|overthinking|procrastination|nothing|life|hard|for|at|in|with|on|every|a lot|too|all|now|again|more|less|late|my|your|the|to|tonight|tomorrow|today|here|and|together)\b)[a-z][\w-]*(?: (?:and |of |science |history |[\w-]+ )?[\w-]+){0,3}?)"
_FIRM = r"(?P<value>(?!(?:my (?:cats?|dogs?|kids|children|family|wife|husband|mum|dad|head|bed|underwear|own)|the (?:man|dark|nude|evenings?|mornings?|afternoon|garden|shadows|background)|(?:a|the) (?:team|next room|row|hurry|rush|mess|basement|attic|other room|group|snail\S*)|excel|word|photoshop)\b)(?:(?:a|an|the|my|our) )?(?!(?:home|night|nights|weekends|it|that|this|myself|free|fun|money|peanuts|him|her|them|you|now|hours|days|years|weeks|months|least|least|moment|office|once|first|living|change|mysterious|god|being|getting|making|keeping|pyjamas|pajamas|secret|slippers|strange|weird|different|good|bad|shifts|silence|teams|groups|batches|two|three|four|five|six|seven|eight|nine|ten|twelve|forty|half|all|while|long|last|past|\d+)\b)[\w&'.-]+(?: [\w&'-]+){0,4}?)"
_JOB_CUE = "My job, my profession, what I do for a living, my work."
_FIRM_CUE = "Where I work, my employer, my company, my job."
_STUDY_CUE = "What I study, my subject, my degree, university."

RULES = (
    Rule(
        kind=Kind.WORK, slot="job", cue=_JOB_CUE, is_change=True, tense=PAST, importance=0.7,
        wordings=wordings(
            rf"<who>(?:'?ve| have| has)?(?: just| recently| finally)* (?:started|begun|began|got (?:a|my) (?:new )?(?:job|position))(?: a new job| a job| working| to work| work| out)* as (?:an? )?{_JOB}{_WHERE}<when>(?=<end>|<stop>)",
            rf"<who>(?:'?ve| have| has)?(?: just| recently| finally)* (?:became|become|switched to being|retrained as|qualified as) (?:an? )?{_JOB}{_WHERE}<when>(?=<end>|<stop>)",
            rf"<who><is> now (?:working as )?(?:an? ){_JOB}{_WHERE}(?=<end>|<stop>)",
            rf"<who><is>? ?(?:work|works|working) (?:now )?as (?:an? )?{_JOB}{_WHERE} now(?=<end>|<stop>)",
            rf"<who><is> (?:an? ){_JOB}{_WHERE} now(?=<end>|<stop>)",
            rf"<who>(?:<is>)? (?:now|currently|these days) (?:work|works|working) as (?:an? )?{_JOB}{_WHERE}(?=<end>|<stop>)",
            rf"my new job is (?:as )?(?:an? )?{_JOB}{_WHERE}(?=<end>|<stop>)",
            r"<who>(?:<is>|'?ve| have)?(?: been)?(?: just| recently| finally| now| newly| currently| also)* (?P<value>retired(?! from (?!work|the|my|teaching|nursing))|unemployed|between jobs|out of work|on maternity leave|on parental leave|self-employed)<when><since>(?=<stop>|<end>)",
        ),
    ),
    Rule(
        kind=Kind.WORK, slot="job", cue=_JOB_CUE, importance=0.7,
        wordings=wordings(
            rf"<who>(?:<is>)?<adv> (?:work|works|working|employed)(?: full-time| part-time| freelance)? as (?:an? )?{_JOB}{_WHERE}<since>(?=<end>|<stop>)",
            rf"<who><is><adv>(?: an?) {_JOB}{_WHERE}<since>(?: by (?:trade|profession|training|day))?(?=<end>|<stop>)",
            rf"<who>(?:'?ve| have| has)<adv> (?:worked|been working) as (?:an? )?{_JOB}{_WHERE}<since>(?=<end>|<stop>)",
            rf"<who>(?:'?ve| have| has)<adv> been (?:an? ){_JOB}{_WHERE}<since>(?=<end>|<stop>)",
            r"<who><adv> (?P<value>(?:drive|drives) (?:a|the) (?:\w+ )?(?:bus|taxi|cab|truck|lorry|tram|ambulance|school bus|train))(?: in [\w -]+?)?(?: for [\w ]+?)?(?=<stop>|<end>)",
            rf"my (?:job|profession|day job|work) is (?:being |as |working as )?(?:an? )?{_JOB}{_WHERE}(?=<end>|<stop>)",
            r"<who>(?:<is>)?<adv> (?:work|works|working) as (?:an? )(?P<value>(?!(?:human|slave|unpaid|walking|living|punching|glorified|team|favou?r)\b)[a-z][\w-]+(?: [\w-]+)?)(?: (?:in|at|for) [\w' -]{2,40}?)?<since>(?=<stop>)",
            r"<who><is><adv> (?P<value>(?:the )?(?:head|director|chief|vice president|vp|manager|team lead) of (?!(?:the (?:house|family|table)|my|bad|good|this|our)\b)[a-z][\w -]{2,30}?)(?: (?:at|in|for) (?:a|an|the|my)? ?[\w' -]{2,40}?)?(?=<stop>)",
            r"<i><adv> (?:run|own|co-own) (?P<value>(?:a|an|my own|our own) (?:small |little |tiny |family |online |local )*(?:bakery|shop|store|restaurant|café|cafe|company|business|bar|pub|salon|studio|bookshop|farm|hotel|guesthouse|gallery|agency|startup|workshop|brewery|vineyard|clinic|practice|school)(?: (?:called|named|in|for|that|with) [^,.;!?]+?)?)(?=<stop>)",
        ),
    ),
    Rule(
        kind=Kind.WORK, slot="employer", cue=_FIRM_CUE, is_change=True, tense=PAST, importance=0.6,
        wordings=wordings(
            r"<who>(?:'?ve| have| has)?(?: just| recently| finally)* started (?:a|my) (?:new )?job (?:at|with|in) (?P<value>(?:a|an|the|my) [\w' -]{2,40}?)<when><stop>",
            r"<who>(?:'?ve| have| has)?(?: just| recently| finally)* (?:started(?: working| a new job| my new job| work| a job)? (?:at|for|with)|got (?:a|my) (?:new )?job (?:at|with)|joined|been hired by|got hired (?:by|at)|was hired (?:by|at)) (?P<value>(?:the |a |an )?(?-i:<proper>)(?: (?-i:<proper>)){0,3})<when>(?=<end>|<stop>)",
            r"<who><is>? (?:now )?(?:work|works|working) (?:now )?(?:at|for|with) (?P<value>(?:the )?(?-i:<proper>)(?: (?-i:<proper>)){0,2}) now(?=<end>|<stop>)",
            r"<who><is>? now (?:work|works|working) (?:at|for|with) (?P<value>(?:the )?(?-i:<proper>)(?: (?-i:<proper>)){0,2})(?=<end>|<stop>)",
        ),
    ),
    Rule(
        kind=Kind.WORK, slot="employer", cue=_FIRM_CUE, importance=0.6,
        wordings=wordings(
            rf"<who>(?:<is>)?<adv> (?:work|works|working|employed)(?: full-time| part-time| freelance| remotely| mainly| part time| full time|(?: night| day| late| early| double)? ?shifts| nights)? (?:at|for|in|with(?= (?:young |small |disabled |older |sick |homeless )*(?:children|kids|animals|refugees|teenagers|adults|horses|dogs|wood|leather|metal|glass|computers|data)\b)) {_FIRM}<since>(?=<stop>)",
            rf"<who>(?:'?ve| have| has)<adv> (?:worked|been working) (?:at|for|in) {_FIRM}<since>(?=<stop>)",
            r"(?:i|we)(?: also)?(?: have|'?ve got|'?ve) (?P<value>(?:a|my) (?:second|other|new|part-time|weekend|summer|side) job (?:at|in|with) [\w&' -]{2,40}?)(?=<stop>|<end>)",
            r"my (?:employer|company) is (?:called )?<Name>",
        ),
    ),
    Rule(
        kind=Kind.WORK, slot="employer", cue=_FIRM_CUE, ends=True, is_change=True, importance=0.5,
        wordings=wordings(r"<who>(?: don't| do not| doesn't| no longer) works? (?:at|for) (?P<value>(?:the )?(?-i:<proper>)(?: (?-i:<proper>)){0,2})(?: anymore| any more| any longer| now)?(?=<stop>|<end>)"),
    ),
    Rule(
        kind=Kind.WORK, slot="study", cue=_STUDY_CUE, importance=0.7,
        wordings=wordings(
            rf"<who>(?:<is>)?<adv> (?:study|studies|studying|majoring in|doing a (?:degree|master's|masters|phd|bachelor's?|bachelor) in|doing my (?:degree|master's|masters|phd|bachelor's?) in) {_FIELD}(?: (?:at|in) (?P<school>(?:the )?[\w'-]+(?: [\w'-]+){{0,4}}?))?(?=<stop>|<end>)",
            r"<who><adv> (?:teach|teaches) (?P<value>(?!(?:my|our|his|her|you|him|her|me|them|myself|us|people)\b)[a-z][\w-]*(?: [\w-]+){0,2}?)(?: (?:at|in|to) (?:the |a |an |my )?[\w'-]+(?: [\w'-]+){0,4}?)?(?=<stop>)",
            rf"my (?:major|subject|degree) is (?:in )?{_FIELD}(?=<stop>)",
            r"<who><is>(?: now| currently| still| also)* (?P<value>(?:an? )?(?:[\w-]+ ){0,3}(?:student|undergraduate|undergrad|PhD candidate)(?: of (?!life)[\w ]+?)?)(?: (?:at|in) (?P<school>(?:the )?[\w'-]+(?: [\w'-]+){0,4}?))?(?=<stop>|<end>)",
            rf"<who>(?:<is>)(?: now| currently| still| also)* (?:training|studying|learning|an apprentice) (?:to be|to become|as) (?:an? )?{_JOB}{_WHERE}(?=<stop>|<end>)",
            rf"<who>(?: just| recently)? started (?:studying|a (?:degree|master's|phd|course) in) {_FIELD}(?: (?:at|in) (?:the )?[\w'-]+(?: [\w'-]+){{0,4}}?)?<when>(?=<stop>)",
        ),
    ),
    Rule(
        kind=Kind.WORK, cue=_STUDY_CUE, tense=PAST, importance=0.6,
        wordings=wordings(
            rf"<who>(?: once| originally)? (?:studied|majored in|have a degree in|has a degree in|got my degree in) {_FIELD}(?: (?:at|in) (?:the )?[\w'-]+(?: [\w'-]+){{0,4}}?)?<when>(?=<stop>)",
            r"<who>(?: just| recently| finally)* (?P<value>graduated(?: from (?:the )?[\w'-]+(?: [\w'-]+){0,4}?)?(?: in [a-z]+(?: [a-z]+)?)?)<when>(?=<stop>|<end>)",
            r"<who> (?:used to work|worked) as (?:an? )(?P<value>(?!(?:human|slave|unpaid|walking|living|punching|glorified|team|kid|child|result|favou?r)\b)[a-z][\w-]+(?: [\w-]+)?)(?: (?:in|at|for) [\w' -]{2,40}?)?(?=<stop>)",
            rf"<who> used to (?:work as (?:an? )?|be (?:an? )){_JOB}{_WHERE}(?=<end>|<stop>)",
            rf"<who> (?:was|worked as) (?:an? ){_JOB}{_WHERE} for (?P<years>[\w-]+) years(?=<end>|<stop>)",
            rf"<who> (?:was|were|worked as) (?:an? ){_JOB}{_WHERE}(?=<end>|<stop>)",
            r"<who> used to work (?:at|for|in) (?P<value>(?:(?:a|an|the) )?[\w&'-]+(?: [\w&'-]+){0,3}?)(?=<stop>)",
        ),
    ),
    Rule(
        kind=Kind.EVENT, cue="What happened at my work, my job.", tense=PAST, importance=0.7,
        wordings=wordings(
            r"(?P<who>i)(?:'?ve| have)?(?: just| recently| finally)* (?P<value>got promoted|been promoted|was promoted|got fired|was fired|been fired|got laid off|been laid off|was laid off|lost my job|quit my job|quit my old job|left my job|resigned|handed in my notice|got a raise|got a promotion)(?: (?:at|from|to|as) (?:an? |the )?[\w'-]+(?: [\w'-]+){0,3}?)?<when>(?=<stop>|<end>)",
        ),
    ),
)  # fmt: skip
