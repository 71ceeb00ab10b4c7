"""Words that people have for health and for hardly anything else: beside them a kiss, or a wish for closeness, is no flirting."""

from chat.safety.reading import Reading
from chat.safety.wording import AnyOf

# Narrower than what makes clinical words plain ones (SOBER in ``sexual_words.py``): no "doctor", no "pain", no "normal".
HEALTH = r"""
    (peri|post)?menopaus\w+|hrt|hysterectom\w+|vasectom\w+|mastectom\w+|circumcision|prostate|psa|hiv|hpv|herpes|chlamydia|
        gonorrh\w+|syphilis|stis?|stds?|utis?|thrush|candida|cystitis|endometriosis|vaginismus|vulvodynia|pcos|fibroids?|
        hepatitis|genital warts
    (smear|pap|pregnancy|blood|urine) tests?|colposcop\w+|mammograms?|biops(y|ies)|cold sores?|(glandular|scarlet) fever|
        mononucleosis|antidepressants?|ssris?|sertraline|citalopram|escitalopram|fluoxetine|venlafaxine|mirtazapine|paroxetine|
        prozac|zoloft|lexapro|finasteride|beta blockers?|statins?|antibiotics?
    erectile|dysfunction|palpitations?|arrhythmias?|ecg|contracepti\w+|morning after pill|mirena|(a|the|my) coil|iuds?|
        chemo(therapy)?|postpartum|post ?natal|miscarriage|(c|caesarean|cesarean) sections?|episiotom\w+|breast ?feed\w*|mastitis|
        ovulat\w+|ivf|sperm (count|test)|urologist|gyn(a)?ecolog\w+|midwife|side effects?|symptoms?|low libido
    (does|do|can|will|is|are) (having |regular |frequent |too much |daily |anal |oral )?(sex|masturbat\w+|an orgasm|orgasms?) (helps?|cause|affect|count|lower|raise|burn|start|
        trigger|worsen|improve|prevent|(good|bad) for|healthy|unhealthy|dangerous)
    crohns?|colitis|ibs|lupus|fibromyalgia|parkinsons?|alzheimers?|dementia|cancer|tumou?rs?|leuk(a)?emia|epilep\w+|diabet\w+|c(o)?eliac|migraines?|an(a)?emia|
        thyroid|hypertension|osteo\w+|physio(therapist|therapy)?
    disorders?|syndrome|postnatal|catheter\w*|stomas?|colostomy|ha?emorrhoids?|piles|hernias?|fissures?|(hip|knee) (replacement|surgery|operation)|heart attack|arthritis|back pain|
        (blood|bleeding) (in|from) (the |my |his |her )?(stools?|urine|semen|sperm|pee|poo|vomit|bottom|bum|anus)|pelvic (floor|pain|exam\w*|inflammat\w+)|
        diagnosed with|trimester|weeks (pregnant|postpartum)|lichen (planus|sclerosus)|eczema|psoriasis|dermatolog\w+|rash(es)?|steroid (cream|rinse)|
        tamsulosin|bupropion|lithium|o?estrogen|progesterone|ultrasound|ct scan|biops(y|ies)|haematomas?|hematomas?|pull ?out method|withdrawal method
    catch (anything|something|\w+) (from|through|via|by)|
        (get|spread|pass\w*( on)?|transmit\w*) (anything|an infection|infections?|diseases?) (from|through|via|by)|
        heart .. skip\w* .. beats? .. when i (lie|bend|stand|sit|climb|exercise|cough|eat|lay|get up)|
        (is|are) (that|this|it|they) (dangerous|harmful|contagious|infectious|catching) \?|is (it|that) (catching|contagious|infectious)
"""
_HEALTH = AnyOf(HEALTH)
_CHILD = AnyOf(r"""
    (my|our) (\w+ ){0,3}(sons?|daughters?|kids?|child|children|boys?|girls?|teens?|teenagers?|year olds?|twins|nephews?|nieces?|pupils?|students?)
""")
_PARENT = AnyOf(r"""
    (how|what) (do|should|can|could|would|must) (i|we|you) (best )?(talk|say|tell|explain|react|respond|handle|deal|approach|address|bring|answer|block|stop)|
        how to (talk|react|respond|explain|handle|deal|approach|address|answer|block|stop)|(what|how) (do|should) (i|we) do about (it|this|that)
""")


def is_about_health_in(text: Reading) -> bool:
    return _HEALTH.is_somewhere_in(text)


def asks_as_a_parent(text: Reading) -> bool:
    """Somebody asks how to talk with a child about what it saw or does: "our son found porn, what do we say"."""
    return _CHILD.is_somewhere_in(text) and _PARENT.is_somewhere_in(text)
