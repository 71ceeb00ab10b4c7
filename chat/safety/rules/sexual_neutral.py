"""Ordinary things with a word in their name that is counted elsewhere. They are taken out before words are weighed."""

# By the word of ``sexual_words.py`` that stands in them: wordings, without key words.
NEUTRAL = {
    "sex": r"""
        sex (education|ed|class|chromosomes?|determination|hormones?|offenders?|discrimination|pistols|cells?|ratio|
            differences|linked)
        sex (and the city|of (the|my|our|a) (baby|child|puppy|fetus|kitten)|workers? rights)
        (same|opposite|biological|fair|single|both|either|safe|safer|protected|the|
            what) sex(es)?( marriage| couples?| parents| schools?)?
        (what|which) sex is
    """,
    "sexual": r"""
        sexual (orientation|identity|health|education|reproduction|dimorphism|selection|minorities|
            harassment (training|policy)|preference)
    """,
    "sexually": r"sexually (transmitted|dimorphic) \w+",
    "naked": r"(run|runs|running|ran) (around )?naked|(trees?|branch(es)?|plants?|hills?|slopes?|walls?|beds|shelves|cables?|wires?) (are|is|looks?|stands?|were) (so |all |quite |completely )?naked|(feel|felt|feeling) naked without (my|a|the) \w+|naked (domains?|urls?|objects?|types?|strings?|returns?|repos?|queries|functions?|requests?|trees?|branch(es)?|roots?|plants?|seeds?|hills?|slopes?|rocks?|walls?|windows?|earth|soil|bread|chicken|wings|salads?|noodles|nachos|juices?|ambition|greed|aggression|power|capitalism|corruption|burritos|oats|pointers?|barley|clams?|eye|mole rats?|truth|juror|neck|chef|singularity|bike ride|domain|cakes?|drives?|disks?|flames?|light ?bulbs?|wires?|wood|short(ing)?|calls?|options?|bikes?|cowboy|burrito|sushi|gun|attraction|singles?)",
    "nude": r"nude (lipstick|colou?r|heels|shoes|tights|shades?|pumps|polish|nails?|painting|beige|paint|palette|tones?|eyeshadow|bra|dress|pink|gloss|blush|foundation|stockings|leotard)",
    "blowjob": r"(get|catch|contract|spread|transmit\w*|pass\w*|from|through|by|via) (\w+ ){0,4}(from|through|by|during|via|giving|receiving) (giving |receiving |getting |having )?(a |an )?blowjobs?",
    "breast": r"""
        breast (cancer|pump|milk|feeding|fed|feed|exam|screening|lump|stroke|reduction|tenderness|pain|pocket)
        (baby|newborn|infant) (\w+ ){0,4}breasts?
        (chicken|turkey|duck|grilled|boneless|skinless|cooked|stuffed) breasts?|breasts? of (chicken|duck)
    """,
    "cock": (
        r"cock (a doodle|a leekie|and bull|er spaniel|pheasant|robin|crow\w*)|cocker spaniels?|cocks? (crows?|crowing|crowed|and (hens?|capercaillie))|"
        r"(three|fighting|weather|stop|ball) cocks?"
    ),
    "boob": (
        r"do boobs? (grow|shrink|sag|change|hurt|itch)|boobs? (is|are) (different|uneven|lopsided|(so |too )?heavy)|(sore|tender|swollen|itchy|painful|lumpy|leaky|man|one) boobs?( (is|looks) (bigger|smaller|larger|lower))?|"
        r"boobs? (hurt\w*|ache\w*|pain|lump|jobs?|tubes?|(is|are|feel|get) (so |really |very )?(sore|tender|swollen|leaking|lumpy|itchy|engorged|rock hard))"
    ),
    "lingerie": r"lingerie (departments?|section|drawer|shops?|stores?|brand|line|model|industry)",
    "thong": r"(rubber|beach|toe) thongs?|thong sandals?|thongs? (or|and) (sandals|flip flops)",
    "bareback": r"(horse|pony|camel) bareback|bareback (rid(er|ing) (lesson|class|pad)s?|pad|horse|pony|on (a|the|my) (horse|pony))",
    "wank": r"wank (mountain|bahn|in bavaria|near garmisch)|(mount|the) wank",
    "hooker": r"hookers green|(starting|replacement|england|wales|ireland|scotland|france|all blacks) hookers?|hooker (position|in rugby|furniture)|(props?|locks?|flankers?) (and|or) (a |the )?hookers?|hooker (oklahoma|valley)|(john lee|joseph|general) hooker",
    "tits": (
        r"(blue|coal|marsh|willow|bearded|crested|long tailed) tits?|tits? (at|on|in) (the|our|my) (bird )?(feeder|table|nest\w*|garden)|tits? (build|nest|lay|eat|fly|sing|feed|migrate|breed|hatch|fledge)|(pairs?|flocks?|species) of tits?|"
        r"nest ?box(es)? for (the )?tits|great tits? (nest\w*|chicks?|eggs?|song|sings?)"
    ),
    "cum": r"(magna |summa )?cum laude",
    "ass": r"""
        (kick(ed|s|ing)?|smart|bad|dumb|jack|lazy|big|half|pain in (the|my)|save my|my|your|bust my|
            work my) ass( off)?
    """,
    "butt": r"butt (in|out|dial\w*)|cigarette butts?",
    "bang": r"(big|loud) bang( theory)?|bang (on|for)|banging (on|my head|tune)",
    "shag": r"shag (rug|carpet)",
    "dick": r"(moby|philip) dick|dick (van dyke|cheney|tracy|grayson|whittington)|(such|being) a dick",
    "suck": r"""
        suck(s|ed|ing)? (at|that|up|in|it up|the life|because|when|to|so)|(that|this|it|life|which|really|weather|
            traffic|school|job) sucks?
    """,
    "anal": r"anal(ly)? retentive",
    "oral": (
        r"oral (exams?|presentation|history|hygiene|surgery|surgeon|"
        r"report|argument|b|antibiotics|medication|thrush|contraceptives?)"
    ),
    "hole": r"(black|rabbit|plot|sink|bullet|golf|key|pot|button|man|worm|watering|a) holes?|holes? in (one|the|my|your|it)",
    "kiss": r"""
        kissing (gates?|frogs?|booth|cousins?)|kiss(ed|es|ing)? (a frog|goodbye|cam|of death|the (cook|ring|bride)|on the (cheek|forehead)|good ?night)|kiss(ed|es|ing)? (\w+ ){1,2}(good ?night|goodbye|on the (cheek|forehead|head|nose))|(butterfly|
            chocolate|cheek|air) kiss(es)?|kiss of life|kiss from a rose|kiss (army|concerts?|tour|tickets|farewell)
    """,
    "thigh": r"(chicken|turkey) thighs?",
    "strip": r"""
        strip(ped|ping)? (mall|club sandwich|lights?|the (paint|wallpaper|bed|wires?|whitespace|string))
        (comic|led|test|power|landing|gaza|bacon|paint|vegas) strips?
    """,
    "romantic": r"romantic (comedy|comedies|era|period|poets?|poetry|movement|music|literature|languages)",
    "touch": r"""
        touch (a|the|this|that|any) (files?|screens?|commands?|stove|buttons?|wires?|floor|ground|pan|iron|surface|fence|paint|config|code|repo|branch|base)
        (hot|cold|warm|tender|painful|sore|hard|soft|sensitive) to (the )?touch
        touch (screen|pad|typing|base|down|up|id|bar|points?)|(in|keep in|stay in|lost|final|finishing|get in|out of|
            magic) touch(es)?
    """,
    "bedroom": r"""
        bedroom (furniture|paint|window|set|community|wall|apartment|house|flat|lights?)|(\d|one|two|three|four|five|
            spare|guest|kids|second) bedrooms?
    """,
    "passion": r"passion (fruit|project|for|flower|play)",
    "stroke": r"""
        stroke (patients?|risk|survivor|victims?|rehab|order|width|of (luck|genius))|(heat|a|had|brush|back|breast|
            heart attack or|butterfly) strokes?
    """,
    "finger": r"""
        fingers? (crossed|foods?|prints?|nails?|painting|tips?)|(cross|crossed|crossing|my|broken|middle|index|ring|
            little) fingers?
    """,
    "swallow": (
        r"swallow(s|ed|ing)? (pills?|tablets?|hard|food|water|my pride)|"
        r"(trouble|difficulty|hurts to|painful to|barn) swallow(s|ing)?"
    ),
    "grind": r"(coffee|meat|daily|the|bean) grind(er|ing|s)?|grind(ing)? (my|your|her|his) teeth",
    "squirt": r"squirt(ed|ing|s)? (gun|bottle|of|some|water|ketchup|paint|lemon|juice|soap|washing)",
    "thrust": r"thrust (vector|reverser|ratio|of)|thrust into the (spotlight|role)",
    "hardcore": r"hardcore (gamer|gaming|punk|mode|fan|music|training|band)",
    "submissive": r"submissive (form|dog|wolf|urination)",
    "moan": r"moan(ing|ed|s)? (about|that|and groan\w*|at (me|us|him|her|work))|moaning (myrtle|minnie)",
    "climax": r"climax(es)? (of|scene|change)|story climax",
    "bondage": r"bondage and (freedom|slavery|oppression)|(in|slave) bondage",
    "spank": r"(brand )?spanking new|spanked (\w+ )?\d+( \d+)?|spanking (the (market|competition|opposition)|bad for|as discipline|children|kids|is)",
    "throb": r"throb(bing)? (headache|pain|tooth|knee|head|ankle)|(head|tooth|knee|ankle|toe|finger) (is |was |keeps )?throbbing",
    "desire": r"(burning )?desires? (path|to (learn|help|succeed|win|work|improve))",
    "intimate": r"intimate (knowledge|with the|details? of the)",
    "tease": r"teaser? trailer|brain teasers?",
    "pussy": r"pussy (cat|willow|riot)",
    "horny": r"horny (toads?|goats?|lizards?|skin|layer)|horny (\w+ ){0,3}(during|before|after|around|since|in|on) (my |the |your )?(ovulation|periods?|pregnancy|menopause|perimenopause|pill|testosterone|hrt|second trimester)",
    "prick": r"prick(ed|ing)? (my|a|the|your) finger|finger prick",
    "sext": r"sext (is|was) (a|the|which|one)|(terce|prime|lauds|vespers|compline)( and)? sext|sext( and)? (nones?|vespers)",
    "vibrator": r"vibrators? (for|in) (the )?concrete|(concrete|poker) vibrators?",
    "threesome": r"threesomes? of|golf(ing)? threesomes?",
    "naughty": (
        r"naughty (step|corner|list|chair|stool|behaviou?r|dog|puppy|cat|kitten)|"
        r"(was|were|been|being|is|are) (so |very |really |a bit |quite )?naughty (at (school|nursery|home|dinner|lunch|the table)|on the (trip|bus|way|plane|train|journey)|today|yesterday|this (morning|week|afternoon)|lately)|"
        r"(kids|children|pupils|toddlers?|twins|puppy|puppies|dog|cat|kitten|class|year \d+) (was|were|is|are|been|being|have been|has been) (so |very |really |a bit |quite )?naughty|naughty (or|and) nice|naughty (elf|elves|squirrels?|monkeys?)"
    ),
    "stripper": r"(paint|wire|varnish|wallpaper|floor|glue|cable) strippers?|strippers? (for|that removes?) (paint|varnish|wood)",
    "escorts": r"(police|naval|armed|military|vip|ford) escorts?|escorts? (him|her|them|the)",
    "undress": r"(see|sees|saw|seeing) (me|us|their (mum|dad|mother|father|parents)) (un)?dress(ed|ing)|(to|i|we|they|must|should|not|fully|completely) undress (for|before|at) (the|a|my|an)",
    "dildo": r"(in|to|from|near) dildo|dildo (newfoundland|run|canada)",
    "crush": (
        r"crush on (this|the|that|these)|orange crush|crush(ed|ing)? (it|ice|garlic|the|grapes|candy|defeat|debt)"
        r"|candy crush"
    ),
    "pubic": r"pubic (lice|bone)",
    "fuck": r"""
        fuck(ing|in|ed)? (hate|love|it|you|that|this|up|off|yeah|no|sake|hell|knows|idiot|stupid|great|awesome|
            annoying|tired|amazing|done|good|bad|cold)
        (what|the|as|oh|holy|for|who|why|how|give a|dont give a|shut the|so|too|it|all|this|are|is|actual) fuck(s|ing|
            ed|in)?
    """,
    "bitch": r"(son of a|life is a|you|stupid|little|what a|ungrateful|crazy|basic) bitch(es)?|bitch(ing)? (about|at me)",
    "virginity": r"virginity of",
}
