"""Explicit talk between adults, in wordings of several words. Single words are in ``sexual_words.py``."""

from chat.safety.rules.health import HEALTH
from chat.safety.verdict import Label
from chat.safety.wording import HINT, LIKELY, STRONG, Rule

RULES = (
    Rule("explicit.asked_for", Label.EXPLICIT, STRONG, r"""
        (erotic|sexual|explicit|adult|nsfw|lewd|dirty|kinky|smutty|x rated|spicy|uncensored) {roleplay|rp|story|
            stories|scene|scenes|fanfic|content|chat|talk|fantasy|fantasies|pics|pictures|photos|video|videos|massage|
            film|movie}(?! (line|laundry|classification|to (win|be)|rating|history))
        talk {dirty} (to|with) (me|you)
        (have|having|had|wanna have|lets have) {sex} with (you|me)
        (i|wanna|lets|we|gonna|to|please|can we|could we|you) .. {fuck|fucking} (me|you|her|him|us|each other|
            all night)(?! (up|over|off))
        (send|show|trade|exchange) .. {nudes|naked pictures|naked pics|naked photos}
        (make|making|made) {love} to (me|you|her|him|each other)
        (touching|touch|play with|pleasure|pleasuring|playing with) {myself|yourself|himself|herself} (while|when|
            thinking|for|in|tonight|to|sexually)
        sexual {tension|desire|desires|pleasure|encounter|encounters|favors|favours|experience|fetish|partner for}
        sit on my {face|lap and}
        {adult} (film|films|movie|movies|video|videos|cam|cams|webcam|chat|content|dating|entertainment|site|sites|
            stories|toys|toy)(?! (education|swim))
        {cam} (girls?|models?|shows?|sex|sites?)
        live {cams}
        amateur {porn|videos|sex|models|nudes}
        {sex} (cams?|chat|tapes?|toys?|dolls?|videos?|stories|story|tube|shops?|sites?|dating|slaves?|scenes?|
            drive is insane|appeal of)
        hot {girls|babes|singles|models|wives|moms|milfs}
        (big|huge|hard|thick|wet|tight) {cock|dick|pussy|boobs|tits|ass}
        (dom|sub|master|mistress|slave) .. {roleplay|rp|dynamic|kink|collar}
    """, r"""
        (without|no|not|non|avoid\w*|skip\w*|less|free of|minus|cut|fade out|censor\w*) (any |the |too |so |all |graphic |overly )*(erotic|sexual|explicit|adult|nsfw|lewd|
            dirty|kinky|smutty|spicy|sex) (\w+ )?(story|stories|scenes?|content|parts?|bits?|jokes?)
        young adult (fantasy|fiction|novels?|books?|literature|thrillers?|series|section)
    """),
    Rule("explicit.sex_asked_for", Label.EXPLICIT, STRONG, r"""
        {sex} (positions?|tips)
        (want|need|wanna have|crave|lets have|craving|love|asking for) .. (some |hot |rough |wild |hard |phone |
            amazing |casual |anal |oral )*{sex}(?! (ed|education|with confidence|change|drive|life|therapist))
        (phone|cyber|oral|anal|rough|hot|wild|casual|virtual|group|gay|lesbian|passionate|make up|
            morning) {sex}(?! (ed|education))
    """, HEALTH + r"""
        how (safe|risky|dangerous) is|is \w+ sex (safe|risky|dangerous|painful|legal|illegal)
        (not|dont|doesnt|didnt|never|no longer|hardly ever|stopped) (really |even |ever )?(want\w*|need\w*|crav\w+|lov\w+) ((to )?have |any )?sex
    """),
    Rule("explicit.of_you", Label.EXPLICIT, STRONG, r"""
        (describe|show|see|kiss|lick|touch|grab|squeeze|rub|stroke|want|love|taste|imagine|picture|like|about|against|inside|between) (\S+ ){0,2}?your (\w+ )?{penis|
            vagina|vulva|clitoris|nipples|nipple|breasts|breast|genitals|crotch|testicles|scrotum|anus}
        (how (big|wet|hard|tight|soft)|what|whats) (is|are|does|do) your (\w+ )?{penis|vagina|vulva|clitoris|nipples|breasts|crotch}(?! (supposed|after|when|during|normally|made|doing))
        (is|are) your {penis|vagina|vulva|clitoris|nipples|breasts|crotch} (wet|hard|big|sensitive|ready|tight|shaved)
        how (do|does) your {penis|vagina|vulva|clitoris|nipples|breasts|crotch} feel
        your {penis|vagina|vulva|clitoris|nipples|breasts|crotch} (inside|in|on|against|deep|deeper|hard|wet|throbs|throbbing|is so|are so|looks?|feels?)
        (want|need|feel|take|like|love|touch|kiss) my {penis|vagina|nipples|breasts|clitoris|crotch}
        (do|did|would|will|can|could|have) you (ever |like |enjoy |love |want |really |still )*(to )?{masturbate|masturbating|orgasm|orgasms|climax|ejaculate|intercourse|
            have sex|had sex|having sex|anal|oral sex|cum}(?! (after|with a|during|while|on the pill))
        (make|making|made|get|bring) (her|him|you|me|my \w+|a (woman|man|girl|guy)) (to )?{orgasm|climax|ejaculate|squirt|cum}
        {fingering|finger|fingered} (my (girlfriend|wife|gf|boyfriend|partner)|her|you|me|myself|yourself)(?! (out|print|prints|painting|for the|as the))
        (in front of|for|with|over|to) (her|him|you|me) .. {masturbate|masturbating|masturbates}
        {masturbate|masturbating|masturbates} (for|with|over|in front of|to|thinking) (\w+ )?(her|him|you|me|us|of)
    """, HEALTH + r"""
        check|checking|examin\w*|clean|cleaning|wash|doctors?|gp|nurse|exam|self exam|how (often|long|soon|early|late) (\S+ ){0,5}(should|can|do|could|must) you|
            (giving|gave) birth|age|puberty|when you (are|get|go|have)|
            if (you|your)|after (birth|menopause)|lump|lumps|sore|soreness|itch\w*|hurts?|painful|swollen|sag|shrink|bigger during|baby|milk|feed\w*|latch|bra|size (chart|guide)
    """),
    Rule("explicit.porn", Label.EXPLICIT, LIKELY, r"""
        (show|watch|watched|watching|send|find|make|free|good|best|download|like|love|some|more|our own|me|star|hot|
            actress) .. {porn|porno|pornography}
    """, r"""
        stop|quit|quitting|block|blocking|addict\w*|less|filter|parental|study|studies|law|banned|ban|wife found
        hooked
    """),
    Rule("explicit.hinted", Label.EXPLICIT, HINT, r"""
        (have|having|had) {sex}
        go {down} on (me|you|him|her)
        in {bed} with (me|you)
        get {naked|nude|laid}
        (turn|turns|turned|turning) (me|you) {on}
        (take|taking|took) off .. {clothes|dress|shirt|panties|bra|pants|underwear}
    """),
)  # fmt: skip
