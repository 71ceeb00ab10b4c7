"""What shows that a message, a sentence or a clause isn't meant of the real world and of its author."""

import re

from memory.learning import lists


def _any(*wordings: str) -> re.Pattern[str]:
    """Apostrophes are often left out."""
    joined = "|".join(wordings)
    return re.compile(re.sub(r"(?<=n)'(?=t\b)|(?<=\blet)'(?=s)|(?<=\bi)'(?=m)", "'?", joined), re.IGNORECASE)


_WORK = r"(?:story|poem|tale|scene|song|joke|letter|bio|biography|profile|caption|tweet|post|cover letter|cv|resume|message|text|e-?mail|speech|review|ad|essay|dialogue|script|riddle|haiku|toast|note|ending|paragraph|sentence|line)"
_SAYING = r"(?:motto|slogan|mantra|catch ?phrase|tag ?line|punch ?line|quote|saying|title|caption|headline|sign|tattoo|status|bio|profile|meme|text|note|card|mug|t-?shirt|shirt|sticker|poster|lyrics?|chorus|prompt|review|post|tweet|subject line|message|mail|e-?mail|letter|article|ad|advert|horoscope|fortune cookie|label|banner|billboard|first line|last line|opening line)"
_BEINGS = r"(?:wizard|knight|dragon|detective|pirate|king|queen|princess|prince|character|captain|villain|hero|heroine|vampire|elf|witch|robot|alien|ghost|monster|superhero|cop|thief|prisoner|spy|bandit|sheriff|goblin|dwarf|orc)"

# One of these, and nothing in the message counts.
NOT_MEANT = _any(
    # Playing
    r"\b(?:role-?play\w*|rp\b|pretend\w*|let's (?:play|pretend|say|imagine|act)|imagin(?:e|ing)|suppos(?:e|ing)|hypothetical\w*|act as|acting as|play along|cosplay\w*|larp\w*|make-believe|"
    r"make believe|fictional|fictitious|imaginary|mock|in[- ]character|dungeon master|speaking as|as a character|in the role of)\b",
    rf"\byou(?:'re| are) (?:now )?(?:a|an|the|my) (?:\w+ ){{0,2}}{_BEINGS}\b",
    r"\byou(?:'re| are) (?:now )?(?:a|an|the|my) [\w ]{2,30},? and i(?:'m| am| play| will be)\b",
    r"(?:^|[.!?,\n]\s*)(?:ok(?:ay)?,? |so,? |now,? )*you (?:be|play|act|start as|can be|get to be)\b|\byou(?:'re| are)(?: now)? (?:playing|the (?:waiter|waitress|doctor|cop|police|officer|judge|teacher|boss|shopkeeper|seller|customer|interviewer|king|queen|host|bartender|patient|client|therapist|nurse|driver|pilot|guard|narrator))\b",
    r"(?:^|[.!?,\n]\s*|\b(?:ok|okay|so|now) )you(?:'re| are)(?: now)? my (?:landlord|landlady|boss|teacher|doctor|therapist|patient|student|client|waiter|waitress|lawyer|neighbou?r|roommate|flatmate|wife|"
    r"husband|mother|father|mum|mom|dad|son|daughter|sister|brother|assistant|servant|coach|interviewer|customer|guest|prisoner|bodyguard|butler|maid|nurse|teammate|opponent|enemy|date)\b",
    r"\bi(?:'ll| will) (?:be|play) (?:a|an|the|your) [\w ]{2,30}(?:,| and) (?:and )?you(?:'re| are|'ll| will| be| play)\b",
    r"\b(?:my|the|a|main|your) (?:\w+ )?(?:character|protagonist|narrator|avatar|oc|persona|heroine|hero|villain|alter ego)\b",
    r"\bin (?:my|the|this|a|our|that) (?:\w+ )?(?:dreams?|nightmare|story|novel|book|game|film|movie|play|script|campaign|poem|song|fantasy|scene|scenario|simulation|universe|show|series|role|musical|fan ?fic\w*|comic)\b",
    r"\b(?:in|on) (?:minecraft|monopoly|stardew(?: valley)?|(?:the )?sims|animal crossing|skyrim|fortnite|roblox|gta|second life|world of warcraft|zelda|pok[eé]mon|farmville|hogwarts|tinder|the metaverse)\b",
    r"\*[^*\n]*\s[^*\n]*\*|(?:^|\n)\s*\*\w+\*|(?:^|\n)\s*[(\[](?:\w+s(?: \w+){0,3}|(?:softly|quietly|loudly|angrily|voice)(?: \w+){0,2})[)\]]|(?:^|\n)\s*[(\[](?:as|in|playing|ooc|acting|voice of) [^)\]\n]{1,40}[)\]]|(?:^|\n) *(?:scene|chapter|act) \w+|\bonce upon a time\b|(?:^|[\n.!?]\s*)as (?:a|an|the) [\w '-]{2,30}:",
    # Not in earnest
    r"\b(?:(?:just|only|was|i'?m) (?:kidding|joking|messing|teasing|trolling|bluffing)|(?:just |only )?(?:messing|pulling your leg|winding you up|having you on)\b|jk|j/k|psych|sike|"
    r"as if|yeah,? right|said (?:no ?one|nobody)|says (?:no ?one|nobody)|oh joy|lucky me|what a treat|what fun|how fun|just what i needed|my favou?rite thing ever|sarcas\w+|ironic\w*|"
    r"not true|two truths|april fool\w*|opposite day|i was lying|i lied|i made (?:that|it|this) up|as a joke|for a laugh|for fun i tell|tongue in cheek|gotcha|wouldn't it be|"
    r"for the sake of|is what (?:he|she|they|everyone|people) (?:told|tells?|said|says?|claims?|thinks?)|(?:ok|okay|alright),? fine,|or (?:is|am|do|does|was|did) (?:it|i|he|she)\?)",
    r"\b(?:sure|yeah|right|yay|oh|great|fantastic|wonderful|brilliant|perfect|obviously|clearly|lol|totally),? because\b",
    r"(?<!\w)/(?:s|j|sarc\w*)(?!\w)|[🙄🙃🤡😒😏]|\bnot!|\((?:not|lol no|jk|kidding)\)|(?:[.,…-]\s*)not[.!\s]*$|#(?:not|sarcasm|irony|joke)",
    r"(?:[.!…?)]|\.\.|\n|, |\bha|\blol)\s*(?:in (?:my|your) dreams|dream on|i wish|if only|you wish|yeah,? no|(?:ha(?:ha)*|lol|lmao|hehe)?,? ?(?:no|nope|nah|not really)|ok(?:ay)? not really|just kidding|kidding|jokes?|joke'?s on you|wait,? no|or not|as if|believe it or not,? no)[\s.!😂🤣😅😉)]*$",
    r"(?:\.\.+|…)\s*(?:of|to|from|in|at) (?:love|life|heart|sorts|my|the|your|bed|disguise)\b",
    # Somebody's words
    r"\b(?:lyrics?|quote (?:of|from)|to quote|i quote|quoting|yours truly|sincerely|screenplay|earworm|stuck in my head|best line|famous (?:line|words|last words)|as the saying goes|the saying goes)\b|[🎵🎶🎤♪♫]",
    r"\b(?:that|the|this|a) (?:song|line|quote|meme|lyric|verse|chorus|ad|advert|commercial|joke|poem)(?:,? (?:that|which|where|when|with|by|from|called) [\w' ]{0,20})? ?(?:goes|says|is like|going|that's like)\b",
    r"\b(?:song|lyrics?|poem|haiku|limerick|screenplay|fan ?fic\w*|dialogue|monologue)\b.{0,30}:",
    rf"(?:^|[\n.!?]|\b(?:my|his|her|the|their|our|your|a|this|that|{lists.RELATIVES})(?:'s)?) ?(?:\w+ )?(?:{_SAYING})(?: \w+){{0,3}}? ?:",
    rf"(?:^|\n|[.!?] )\s*(?:and |then |so |but )?(?:(?:my|our|the|his|her|their|a) )?(?:\w+ )?(?:{lists.RELATIVES}|guy|man|woman|lady|stranger|cashier|waiter|clerk|kid|he|she|they|them|him|her|you|someone|somebody|everyone|nobody|people|parents?|customers?|client|interviewer)\s?:\s",
    r"(?:^|\n)\s*\w+:\s",
    # Somebody else at the keys, and what is copied, sent on or a sample
    rf"\b(?:this is|it's|it is|i'?m) (?:his|her|their|my|\w+'s) (?:{lists.RELATIVES})\b[^.!?\n]{{0,20}}\b(?:typing|writing|speaking|here)\b|\b(?:borrowing|stole|took|using|grabbed) (?:his|her|their|\w+'s) (?:phone|laptop|account)\b",
    r"\b(?:wants? to say (?:hi|hello)|(?:typed|wrote|made|sent|dictated) (?:it|this|that)(?: one)?\b(?: message)?:?|(?:copied|pasted|taken|copy-pasted|forwarded) (?:from|by)|dear (?:sir|madam|mr|mrs|ms|hiring|diary|santa|team|all|customer)|to whom it may concern|cover letter|"
    r"test,? test|testing\b|lorem ipsum|wikipedia)|(?:^|\n)\s*(?:fw|fwd|re|subject)\s*:",
    r"\b(?:how about|what about|which (?:is|one|sounds)|option \w+|right or wrong|(?:for )?example|sample|e\.g\.|grammar|for instance)\b[^.!?\n]{0,25}:",
    # Something to be written
    rf"\b(?:write|tell|make up|draft|compose|give|create|generate|need|want) (?:me )?(?:a|an|the|my|some) (?:\w+ ){{0,2}}{_WORK}\b",
    r"(?:^|\n)\s*(?:(?:please|pls|can you|could you|would you|hey|ok|now) )*(?:translate|proofread|correct|rephrase|reword|paraphrase|rewrite|summari[sz]e|improve|edit|complete|continue|draft|compose|generate|spell ?check|repeat after me|fill in)\b",
    r"\b(?:write|tell|continue|finish|draft|compose|translate|proofread|correct|rephrase|summari[sz]e|repeat|rewrite|grammar|paraphrase|edit)\b.{0,40}:",
    r"\b(?:(?:ignore|disregard|forget) (?:all|any|your|the|previous|what)|system prompt|(?:dreamt|dreamed|dreaming) (?:that|i|about|of)|how (?:do|would|can) (?:you|i|we) say)\b",
)
# What begins with one of these and a colon is its author's all the same.
OWN_LABEL = re.compile(
    r"(?:^|\n)\s*(?:correction|update|ps|p\.s\.|edit|btw|news|note|fyi|fun fact|confession|good news|bad news|about me|intro|introduction|random fact|true story|reminder|announcement)\s*:",
    re.IGNORECASE,
)
# Somebody else's words, code, and what is pasted.
FOREIGN = re.compile(
    r"```.*?(?:```|$)|`[^`\n]*`|\"[^\"\n]*(?:\"|$)|“[^”\n]*(?:”|$)|„[^“”\n]*(?:[“”]|$)|«[^»\n]*(?:»|$)"
    r"|(?<![\w’'])['‘](?=\w)[^\n]{8,}?[.!?,]?['’](?!\w)|(?m:^\s*>.*$)|https?://\S+|\S+@\S+\.\w+",
    re.DOTALL,
)
# Nothing in the sentence counts.
SUPPOSED = _any(
    r",? (?:obviously|clearly|naturally|of course|as one does|as you do|like a normal person|what else)[.!…\s]*$",
    r"\b(?:if|unless|wish(?:ed|es|ing)?(?! (?:me|us|him|her|them|you|everyone)\b)|perhaps|maybe|what about|in case|assuming|assume|let's|whether|otherwise|as though|provided|probably|possibly|presumably|"
    r"hopefully|supposedly|allegedly|apparently|theoretically|in theory|ideally|picture (?:this|me)|say i(?:'?m| am| have| live| had)|"
    r"i(?:'d| would| could| should) (?:be|have)|i think(?! i(?:'ve)? (?:already )?(?:told|mentioned|said))|"
    r"it(?:'s| is| isn't|'s not) (?:not )?(?:true|false|a lie|a myth|a rumou?r|unlikely|possible|nonsense)|rumou?r has it|"
    r"i suppose|i assume|i guess|i believe(?! in)|not sure|unsure|no idea|don't know|doubt|guess what would|"
    r"in (?:an?|some) (?:ideal|perfect|alternate|alternative|parallel) (?:world|universe|life|reality)|worst case|best case|for example|e\.g\.|for instance|something like|along the lines of)\b",
    r"^\s*(?:were|had|should) i\b",
    r"^\s*(?:in|within) (?:[\w-]+ )?(?:ten|twenty|thirty|fifty|\d\d+|a hundred|a thousand|a few|five|some) years\b|^\s*by (?:the time|20\d\d|then)\b",
)
_SPEAKS = (
    r"(?:said(?! (?:yes|no|hi|hello|goodbye|sorry)\b)|says?|saying|told|tells?|telling|wrote|writes?|texted|claims?|claimed|swears|insists|insisted|joked|pretends?|"
    r"thinks?|thought|believes?(?! in)|believed(?! in)|reckons?|assumes?|assumed|asked|asks|wonders?|wondered|heard|reads?(?= (?:that|somewhere|in the (?:paper|news)))|convinced|"
    r"goes like|signed|titled|captioned|labelled|sang|sings(?! in\b)|calls?(?= me (?:a|an|the)\b)|like,|announce[sd]?|declare[sd]?|admits?|admitted|replie[sd]|answers|answered|"
    r"shouts?|shouted|whispers?|whispered|screams?|screamed|yells?|yelled|brags?|bragged|complains?|complained|accuse[sd]?|suspects?|suspected|predicts?|predicted|implie[sd]|"
    r"suggests|suggested|warns|warned|lied|teases|teased|mutters?|muttered|deny|denie[sd]|guesses|guessed|figures?|figured|expects|mistook|mistakes?|confuse[sd]? me)"
)
# This clause and those after it in their sentence.
DOUBTED = _any(
    r"\b(?:might|could|would|should|may(?= (?:be|have|move|go|get|start))|almost|nearly|\w+'d|seems?|supposed to|meant to be|about to|going to have to|"
    r"(?:dream|think|thinking|dreaming|consider(?:ing)?|talk(?:ing|ed)?|joke[ds]?|joking|fantasi[sz]\w+) (?:of|about|that)|"
    r"want(?:ed)? to|wanna|trying to|tried to|hop(?:e|ed|ing) to|"
    rf"id (?:love|like|rather|be|have|live|go|say)|until (?:i|we|it|he|she|someone|somebody|they)|{_SPEAKS})\b",
    r"\b(?:was|were|is|am|are|be|been|'s|'m|'re) (?:(?:all|just|so|literally|totally|basically) )*like\s*$",
    r"\b(?:goes|went|be all|was all|is all|'s all)\s*$",
    r"\b(?:put|puts|write|lie|say|claim|stated?) (?:it )?(?:on|in) (?:my|the|a|her|his) (?:\w+ )?(?:cv|resume|form|application|profile|bio|interview)\b",
    r"^\s*(?:not|it's not|it isn't|not because|not like)\s*$",
)
# The clause alone.
SPOILS = _any(
    rf"\b(?:toy|robot|robotic|plush|stuffed|teddy|imaginary|virtual|digital|minecraft|tamagotchi|ceramic|cardboard|inflatable|rubber|garden|sims?|lego|balloon|dream|future|wooden|paper|porcelain|hypothetical) (?:{lists.ANIMALS}|{lists.RELATIVES})s?\b",
    r"\b(?:for fun|as a hobby horse|like an? (?:fish|horse|dog|pig|maniac|log|baby|champ|king|queen|idiot))\b",
    r"^i(?:'m| am) an? [\w -]+ (?:for|to|in|of) (?:my|our) (?:own )?(?:kids|children|teenagers?|family|cats?|dogs?|friends|husband|wife|mum|dad|mind|head|kitchen|house|imagination|dreams)\b",
    r"\b(?:in my (?:dreams?|head|mind|imagination|sleep)|in (?:a|another|my) (?:parallel|past|previous|different|next|other)? ?(?:life|universe|existence)\b|no more\b|not really|not at all|"
    r"they say|(?:he|she) says|according to|or something|or so\b|one day|someday|rent[- ]free|at heart|by nature|for a day|in the making|wannabe|in disguise|would be|"
    r"at this point|on the inside|inside my head|in spirit|compared to|practically|basically|technically|apparently|so to speak|as it were|of sorts|(?:of|to) (?:a|an|my|two|three|ten|\d+) (?:\w+ )?(?:cactus|cacti|plants?|succulents?|fur ?bab\w+|goldfish)|from another mother|by day|since (?:lunch|breakfast|dinner|yesterday|this morning|last night|birth|forever|an hour)|sort of a|kind of a|honorary|unofficial)\b",
)
# A joke about an illness tells of none.
LAUGHS = re.compile(r"\b(?:lo+l|lmao|(?:ha){2,}h?|hehe+|rofl|xd)\b|[😂🤣😅😜😝🤪]", re.IGNORECASE)
# What nobody likes: who says so jokes.
NUISANCE = re.compile(
    r"\b(?:traffic|jams?|queu\w+|standing in|stuck|root canals?|dentists?|tax(?:es)?|tax returns?|paperwork|bureaucracy|deadlines|overtime|unpaid|rent|bills?|invoices|hangovers?|alarm(?: clock)?s?|"
    r"mondays?|delays?|delayed|flat tyres?|spam|robocalls?|ads|adverts|cancell?ed|cancellations?|blisters|mosquito\w*|heart ?burn|insomnia|nightmares|migraines?|headaches?|colds|flu|"
    r"commuting|small talk|meetings?|emails|layovers|hold music|call centres?|customer service|vomit|puke|scrubbing|cleaning up|doing dishes|doing the dishes|ironing|unblocking|parking tickets?|fines|"
    r"sweating|freezing|pain|suffering|crying|failing|broken|burnt|mould|leaks?|being|when|people who|getting up|(?:at )?[1-6] ?(?:am|a\.m\.|in the morning))\b",
    re.IGNORECASE,
)
