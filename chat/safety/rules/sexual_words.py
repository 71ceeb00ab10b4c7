"""Single words of sexual talk, by how much one of them says. Forms ("kissed", "kisses") are made by themselves.

To add a word, put it into the block that fits; ``sexual.py`` has wordings of several words.
"""

# One of them is enough.
EXPLICIT = """
    blowjob handjob rimjob footjob cunnilingus fellatio gangbang orgy creampie bukkake dildo fleshlight buttplug deepthroat
    milf gilf dilf hentai xxx porno pornstar pornhub xvideos camgirl cybersex sext sexting smut nsfw cum cumshot cunt clit femdom findom bdsm
    dominatrix pegging titties tits jizz boner doggystyle gloryhole titjob blowjobs jerkoff pussy cocks erotica rimming queef camsex futa ahegao
    fisting dominatrices facesitting striptease sexcam sexchat
"""
# Almost enough: with any other it is.
LIKELY = """
    porn pornographic pornography nude naked boob erotic erotically fetish kink kinky horny topless threesome foreplay cock
    whore slut slutty stripper prostitute hooker brothel wank orgasmic thong vibrator cuckold hotwife swinger spank moan throb
    onlyfans masturbate masturbation titty strapon bareback bondage undress undressing submissive thrust hardcore
    bondages nudes sexcapade lapdance squirt arousal aroused
"""
# In care, school and law they are plain words; there they do not count.
CLINICAL = """
    sex sexual sexually intercourse penis vagina vaginal vulva clitoris testicle scrotum genital anus anal nipple breast erection ejaculate
    ejaculation orgasm libido viagra cialis pubic foreskin hymen semen sperm crotch groin oral virginity intimacy impotence climax
"""
# Swearing has them as well; together they never get far.
CRUDE = """
    fuck ass arse butt dick suck lick bitch ballsack prick bang hump shag booty screwing hole swallow stroke grind finger
"""
# Desire kept mild.
SUGGESTIVE = """
    sexy flirt flirty flirtatious flirtation seduce seduction seductive seductively sensual sensually lust lustful caress lingerie panties
    naughty steamy sultry hookup smooch snog frisky cleavage
"""
# Said of love, and of grandmothers.
MILD = """
    kiss desire tease passion passionate passionately intimate lips thigh bikini romantic cuddle crush blush strip bedroom touch attractive
    valentine snuggle aching tingle
"""

# Ordinary things that are called like that: taken out before words are counted.
NEUTRAL = r"""
    sex (education|ed|class|of (the|my|our|a) (baby|child|puppy|fetus|kitten)|chromosomes?|determination|hormones?|offenders?|discrimination|pistols|and the city|cells?|ratio|differences|linked|workers? rights)
    (same|opposite|biological|fair|single|both|either|safe|safer|protected|the|what) sex(es)?( marriage| couples?| parents| schools?| is the baby)?
    sexual (orientation|identity|health|education|reproduction|dimorphism|selection|minorities|harassment (training|policy)|preference)
    sexually (transmitted|dimorphic) \w+
    naked (eye|mole rat|mole rats|truth|juror|gun|neck|chef|singularity|bike ride|domain)|stark naked truth
    nude (lipstick|colou?r|heels|shoes|tights|shade|shades|pumps|polish|nails?|portrait class|painting|beige)
    breast (cancer|pump|milk|feeding|fed|feed|exam|screening|lump|stroke|surgery|reduction|tenderness|pain)|chicken breasts?|turkey breasts?|duck breasts?|breasts? of (chicken|duck)
    (grilled|boneless|skinless|cooked|stuffed) breasts?|breast (pocket|stroke)
    cock (a doodle|ring road|and bull)|cum (laude|inate)|magna cum laude|summa cum laude
    kick(ed|s|ing)? (ass|butt)|(smart|bad|dumb|jack|kick|lazy|big|half|pain in the|pain in my|save my|my|your) ass( off)?|butt (in|out|dial\w*)|cigarette butts?
    (big|loud) bang( theory)?|bang (on|for|bang)|shag (rug|carpet)
    (moby|philip|dick) (dick|van)|dick (cheney|van dyke|tracy|grayson|whittington)
    suck(s|ed)? (at|that|up|in|it up|the life)|(that|this|it|life|which|really|weather|traffic|school|job|monday|mondays) sucks?|sucks (that|when|to)
    anal (retentive|about)|oral (exam|exams|presentation|history|hygiene|surgery|surgeon|report|argument|b|antibiotics|medication|thrush|contraceptives?)
    (black|rabbit|a|plot|sink|bullet|golf|key|worm|pot|button) holes?|hole in (one|the|my (sock|wall|shirt|tooth))
    orange crush|crush(ed|ing)? (it|ice|garlic|the|grapes|candy)|candy crush|crushing (debt|defeat)
    french kiss cam|kiss (goodbye|cam|of death|the (cook|ring|bride))|(butterfly|hershey\w*|chocolate) kiss(es)?|keep it simple
    lip(s)? (balm|gloss|stick|reading|sync)|my lips are sealed|chapped lips
    chicken thighs?|turkey thighs?|bikini (bottom|atoll|kill)
    strip (mall|club sandwich|light|lights|poker chips|the (paint|wallpaper|bed|wires?|whitespace|string))|(comic|led|test|power|landing|gaza|bacon|las vegas|paint) strips?
    romantic (comedy|era|period|poets?|poetry|movement|novel|music|literature)|romantic languages
    touch (screen|pad|typing|base|down|up|id|bar|points?)|(in|keep in|stay in|lost|final|finishing|get in|out of|magic) touch(es)?
    bedroom (furniture|paint|window|set|community|wall|apartment|house|flat)|(one|two|three|four|1|2|3|4|five|5|spare|master|guest|kids|second|childrens) bedrooms?
    virgin(ia)? (olive|mary|atlantic|islands|mobile|media|galactic|airlines)|passion (fruit|project|for|flower|play)|burning passion for
    stroke (patients?|risk|survivor|victims?|rehab|order|width)|(heat|a|had|brush|back|breast|heart attack or|butterfly) strokes?|stroke of (luck|genius)
    heat stroke|finger(s)? (crossed|food|foods|print|prints|nail|nails|painting)|(cross|crossed|my|broken|middle|index|ring|little) fingers?
    swallow(s|ed|ing)? (pills?|tablets?|hard|food|water|my pride|difficulty)|(trouble|difficulty|hurts to|painful to|barn) swallow(s|ing)?
    (coffee|meat|daily|the|axe|bean) grind(er|ing|s)?|grind(ing)? (my|your|her|his) teeth
    squirt (gun|bottle|of)|thrust (vector|reverser|ratio|of)|thrust into the (spotlight|role)|hardcore (gamer|gaming|punk|mode|fan|music|training|band)
    submissive (form|dog|wolf|urination)|moan(ing|ed|s)? (about|that)|moaning myrtle|climax of (the|a)|climax (scene|change)
    girl crush|bondage and (freedom|slavery|oppression)|in bondage|slave bondage|undress (uniform)
    spank(ing)? new|brand spanking|throb(bing)? (headache|pain|tooth|knee|head)|(head|tooth|knee|ankle|toe|finger) (is |was )?throbbing
    thong sandals|(adult|burning) desire to (learn|help|succeed)|desire path|desires? to (learn|win|help|succeed|work)
    intimate (knowledge|with the|details? of the)|wine tease|tease(r)? trailer|(brain) teaser
    pussy (cat|willow|riot)|horny (toad|goat)|cock(er)? spaniel|prick(ed|ing)? (my|a|the|your) finger|finger prick
    (fucking|fuck|fuckin) (hate|love|it|you|that|this|up|off|yeah|no|sake|hell|knows|idiot|stupid|great|awesome|annoying|tired|amazing|done|hate|good|bad|cold|hot|ridiculous|weird)
    (what|the|as|oh|holy|for|who|why|how|give a|dont give a|shut the|no|wtf|so|too|it|all|this|are|is) (fuck|fucks|fucking|fucked)
    (son of a|life is a|you|stupid|little|bitching about|what a|ungrateful|crazy|basic) bitch(es)?|bitch (about|at me)|kiss(ed|es|ing)? (on the (cheek|forehead)|good ?night)
"""
# Around clinical words: somebody asks about health, school or law.
SOBER = """
    doctor doctors gp nurse clinic hospital gynecologist gynaecologist urologist pediatrician paediatrician dermatologist obgyn infection infections
    symptom symptoms treatment treatments medication medicine antibiotics pill contraception contraceptive contraceptives condom condoms pregnant
    pregnancy period periods menstrual menstruation cycle cancer lump screening smear std stds sti stis hiv hpv herpes chlamydia gonorrhea
    gonorrhoea syphilis uti thrush yeast discharge itching itchy itch rash pain painful hurt hurts bleeding bleed swelling swollen dose dosage
    diabetes pressure prostate surgery vaccine fertility infertility ivf menopause hormone hormones testosterone estrogen side antidepressant
    antidepressants ssri ssris sertraline dysfunction premature circumcision circumcised breastfeeding breastfeed mastitis latch midwife diagnosed
    diagnosis healthy anatomy biology therapist therapy counselling counseling ovulation ovulating conceive miscarriage postpartum endometriosis
    pcos vaginosis bacterial cervical cervix uterus ovary pelvic lubricant dryness lesions bumps sore soreness burning urine urinate urinating
    mammogram biopsy tested risk risks safe abnormal normal average often couples marriage medical asexual
    education teach teaching curriculum lesson lessons class classes consent law laws legal illegal court police arrested convicted charged
    harassment report news article statistics study studies research survey gender orientation discrimination trafficking crime crimes offender
    chromosome chromosomes mammals species animals evolution plants definition religion church bible essay history political workplace
    addiction addicted filter parental block blocker parents explain recovering
"""


def forms(word: str) -> set[str]:
    """The word as it is written in sentences; some of the forms are no words, which does no harm."""
    stem = word[:-1] if word.endswith("e") else word
    made = {word, f"{word}s", f"{word}es", f"{word}d", f"{stem}ed", f"{stem}ing", f"{stem}in", f"{word}er"}
    if len(word) <= 5 and word[-1] not in "aeiouy" and word[-2] in "aeiou":
        made |= {f"{word}{word[-1]}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}in"}
    return made
