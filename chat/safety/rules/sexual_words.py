"""Single words of sexual talk, by how much one of them says. Forms ("kissed", "kisses") are made by themselves.

To add a word, put it into the block that fits; ``sexual.py`` and ``romance.py`` have wordings of several words.
"""

# One of them is enough.
EXPLICIT = """
    blowjob handjob rimjob footjob cunnilingus fellatio gangbang orgy creampie bukkake dildo fleshlight buttplug
    deepthroat
    milf gilf dilf hentai xxx porno pornstar pornhub xvideos camgirl cybersex sext sexting smut nsfw cum cumshot cunt
    clit femdom findom bdsm
    dominatrix pegging titties tits jizz boner doggystyle gloryhole titjob blowjobs jerkoff pussy erotica
    rimming camsex futa ahegao
    fisting facesitting striptease cock sexcam sexchat hardon dickpic dickpics nympho nymphomaniac fuckbuddy cocksucker cameltoe
    throatfuck facefuck titfuck assfuck sexslave buttfuck clitty cumdump
"""
# Almost enough: with any other it is.
LIKELY = """
    nude naked boob erotic erotically fetish kink kinky horny topless threesome foreplay
    whore slut slutty stripper hooker brothel wank orgasmic thong vibrator cuckold hotwife swinger spank moan throb
    busty escorts nudist nudity lewd raunchy
    onlyfans titty strapon bareback bondage undress undressing submissive thrust hardcore
    bondages nudes sexcapade lapdance squirt fondle voyeur exhibitionist flogger crotchless negligee butthole
"""
# Enough as well, but people also ask for help and for filters (see SOBER).
FRANK = """
    porn pornographic pornography masturbate masturbation arousal aroused prostitute
"""
# In care, school and law they are plain words; there they do not count.
CLINICAL = """
    sex sexual sexually intercourse penis vagina vaginal vulva clitoris testicle scrotum genital anus anal nipple
    breast erection ejaculate
    ejaculation orgasm libido viagra cialis pubic foreskin hymen semen sperm crotch groin oral virginity intimacy
    impotence climax queef buttock
"""
# Swearing has them as well; together they never get far.
CRUDE = """
    fuck ass arse butt dick suck lick bitch ballsack prick bang hump shag booty screwing hole swallow stroke grind
    finger
"""
# Desire kept mild.
SUGGESTIVE = """
    sexy flirt flirty flirtatious flirtation seduce seduction seductive seductively sensual sensually lust lustful
    caress lingerie panties
    naughty steamy sultry hookup smooch snog frisky cleavage
"""
# Said of love, and of grandmothers.
MILD = """
    kiss desire tease passion passionate passionately intimate lips thigh bikini romantic cuddle crush blush strip
    bedroom touch attractive
    valentine snuggle aching tingle bra curvy pleasure sensuality ecstasy
"""

# Around clinical words: somebody asks about health, school or law.
SOBER = """
    doctor doctors gp nurse clinic hospital gynecologist gynaecologist urologist pediatrician paediatrician
    dermatologist obgyn infection infections
    symptom symptoms treatment treatments medication medicine antibiotics pill contraception contraceptive
    contraceptives condom condoms pregnant
    pregnancy period periods menstrual menstruation cycle cancer lump screening smear std stds sti stis hiv hpv
    herpes chlamydia gonorrhea
    gonorrhoea syphilis uti thrush yeast discharge itching itchy itch rash pain painful hurt hurts bleeding bleed
    swelling swollen dose dosage
    diabetes pressure prostate surgery vaccine fertility infertility ivf menopause hormone hormones testosterone
    estrogen side antidepressant
    antidepressants ssri ssris sertraline dysfunction premature circumcision circumcised breastfeeding breastfeed
    mastitis latch midwife diagnosed
    diagnosis healthy anatomy biology therapist therapy counselling counseling ovulation ovulating conceive
    miscarriage postpartum endometriosis
    pcos vaginosis bacterial cervical cervix uterus ovary pelvic lubricant dryness lesions bumps sore soreness
    burning urine urinate urinating
    mammogram biopsy tested risk risks safe abnormal normal average often couples marriage medical asexual
    education teach teaching curriculum lesson lessons class classes consent law laws legal illegal court police
    arrested convicted charged
    harassment report news article statistics study studies research survey gender orientation discrimination
    trafficking crime crimes offender
    health unhealthy illness disease prescribed prescription hysterectomy vasectomy hrt perimenopause vaginismus cystitis
    sacked dismissed tribunal ban bans banned vet neutered bv tampon citalopram escitalopram fluoxetine venlafaxine mirtazapine paroxetine prozac zoloft lexapro finasteride postnatal
    caesarean chemo chemotherapy tract prolapse fibroids
    chromosome chromosomes mammals species animals evolution plants definition religion church bible essay history
    political workplace
    quit quitting stop stopped block blocking
    addiction addicted filter parental block blocker parents explain recovering
"""

BLOCKS = {
    "explicit": EXPLICIT,
    "likely": LIKELY,
    "frank": FRANK,
    "clinical": CLINICAL,
    "crude": CRUDE,
    "suggestive": SUGGESTIVE,
    "mild": MILD,
}


def forms(word: str) -> set[str]:
    """The word as it is written in sentences; some of the forms are no words, which does no harm."""
    stem = word[:-1] if word.endswith("e") else word
    made = {word, f"{word}s", f"{word}es", f"{word}d", f"{stem}ed", f"{stem}ing", f"{stem}in", f"{word}er"}
    if len(word) <= 5 and word[-1] not in "aeiouy" and word[-2] in "aeiou":
        made |= {f"{word}{word[-1]}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}in"}
    return made
