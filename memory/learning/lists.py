"""Words that the rules know by heart. Lists, since a grammar can't tell "I'm a nurse" from "I'm a mess"."""


def one_of(words: str) -> str:
    """As a part of a pattern, the longest first, entries separated by commas."""
    entries = {" ".join(entry.split()) for entry in words.split(",")} - {""}
    return "|".join(sorted(entries, key=lambda entry: (-len(entry), entry)))


ANIMALS = one_of(
    """
    dog, puppy, pup, cat, kitten, rabbit, bunny, hamster, guinea pig, parrot, budgie, bird, canary, cockatiel, horse, pony,
    tortoise, turtle, goldfish, fish, snake, lizard, gecko, rat, mouse, ferret, hen, chicken, duck, goose, goat, donkey, sheep,
    chinchilla, hedgehog, axolotl, iguana, frog, gerbil, poodle, beagle, labrador, greyhound, spaniel, corgi, terrier, collie,
    golden retriever, retriever, husky, german shepherd, dachshund, pug, bulldog, chihuahua, border collie, dalmatian, cocker spaniel, whippet, schnauzer, tabby,
    maine coon, siamese cat, guinea fowl, cow, pig, llama, alpaca, bearded dragon, stick insect, tarantula, koi
    """
)
# Of these a person may have several; a name tells which one is meant.
RELATIVES = one_of(
    """
    mother, mum, mom, mama, father, dad, papa, sister, brother, twin sister, twin brother, son, daughter, child, kid, baby, wife,
    husband, partner, spouse, fiancé, fiancée, fiance, fiancee, girlfriend, boyfriend, grandmother, grandma, granny, nan, gran,
    grandfather, grandpa, grandad, granddad, aunt, auntie, uncle, cousin, niece, nephew, stepmother, stepmum, stepmom, stepfather,
    stepdad, stepson, stepdaughter, stepsister, stepbrother, half-sister, half-brother, half sister, half brother, mother-in-law,
    father-in-law, sister-in-law, brother-in-law, daughter-in-law, son-in-law, godmother, godfather, goddaughter, godson,
    grandson, granddaughter, grandchild, friend, best friend, flatmate, roommate, housemate, neighbour, neighbor, boss, manager,
    colleague, coworker, co-worker, teacher, therapist, doctor, dentist, landlord, landlady, mentor, supervisor, professor,
    twin, girl, boy, better half, ex-husband, ex-wife, ex-boyfriend, ex-girlfriend, ex, great-aunt, great-uncle, great-grandmother, great-grandfather, line manager,
    pen pal, business partner, gf, bf, hubby, sis, fiancé, fellow student, classmate, godparent, stepchild, ex-partner, housekeeper, nanny, tutor, coach, personal trainer
    """
)
MANY = one_of(
    """
    parents, sisters, brothers, siblings, boys, girls, step-sons, step-daughters, twin girls, twin boys, sons, daughters, children, kids, grandparents, grandchildren, cousins, nieces, nephews,
    aunts, uncles, twins, stepchildren, stepsons, stepdaughters, flatmates, roommates, housemates
    """
)
PARTNERS = {"wife", "husband", "partner", "spouse", "fiancé", "fiancée", "fiance", "fiancee", "girlfriend", "boyfriend"}
SAME_RELATIVE = {
    "mum": "mother", "mom": "mother", "mama": "mother", "dad": "father", "papa": "father", "grandma": "grandmother",
    "granny": "grandmother", "nan": "grandmother", "gran": "grandmother", "grandpa": "grandfather", "grandad": "grandfather",
    "granddad": "grandfather", "auntie": "aunt", "roommate": "flatmate", "housemate": "flatmate", "neighbor": "neighbour",
    "coworker": "colleague", "co-worker": "colleague", "kid": "child", "fiance": "fiancé", "fiancee": "fiancée",
    "stepmum": "stepmother", "stepmom": "stepmother", "stepdad": "stepfather", "twin sister": "sister",
    "twin brother": "brother", "half sister": "half-sister", "half brother": "half-brother", "girl": "daughter", "boy": "son",
    "best friend": "friend", "better half": "partner", "gf": "girlfriend", "bf": "boyfriend", "hubby": "husband", "sis": "sister",
}  # fmt: skip
_WOMEN = """
    mother sister daughter wife fiancée girlfriend aunt niece grandmother stepmother stepdaughter stepsister half-sister mother-in-law sister-in-law
    daughter-in-law godmother goddaughter granddaughter landlady
    """
_MEN = """
    father brother son husband fiancé boyfriend uncle nephew grandfather stepfather stepson stepbrother half-brother father-in-law brother-in-law
    son-in-law godfather godson grandson landlord
    """
# Who can't be meant by a word.
NEVER = {"she": set(_MEN.split()), "he": set(_WOMEN.split())}
YOUNG = {"puppy": "dog", "pup": "dog", "kitten": "cat", "bunny": "rabbit", "tabby": "cat", "maine coon": "cat", "siamese cat": "cat"} | dict.fromkeys(
    ["poodle", "beagle", "labrador", "greyhound", "spaniel", "corgi", "terrier", "collie", "golden retriever", "retriever", "husky", "german shepherd",
     "dachshund", "pug", "bulldog", "chihuahua", "border collie", "dalmatian", "cocker spaniel", "whippet", "schnauzer"], "dog",
)  # fmt: skip

JOBS = one_of(
    """
    accountant, actor, actress, actuary, analyst, anaesthetist, archaeologist, architect, archivist, artist, assistant, astronomer,
    auditor, author, baker, bank clerk, banker, barber, barista, bartender, beautician, biologist, bookkeeper, bookseller,
    bricklayer, builder, bus driver, butcher, caretaker, carer, caregiver, carpenter, cashier, caterer, chef, chemist, cleaner,
    clerk, coach, composer, conductor, consultant, cook, copywriter, counsellor, counselor, courier, curator, dancer, data
    scientist, dentist, designer, developer, dietitian, director, doctor, driver, dressmaker, economist, editor, electrician,
    engineer, estate agent, farmer, film maker, filmmaker, firefighter, fisherman, fitter, florist, forester, freelancer, gardener,
    geologist, goldsmith, GP, graphic designer, hairdresser, historian, housekeeper, illustrator, instructor, interpreter, investor,
    janitor, jeweller, joiner, journalist, judge, lab technician, landscaper, lawyer, lecturer, librarian, lifeguard, locksmith,
    logistician, machinist, magistrate, manager, marketer, mason, mathematician, mechanic, midwife, miner, model, musician, nanny,
    neurologist, notary, novelist, nurse, nutritionist, office worker, optician, optometrist, painter, paralegal, paramedic,
    pastor, pathologist, pediatrician, paediatrician, pharmacist, photographer, physician, physicist, physio, physiotherapist,
    pilot, planner, plasterer, plumber, police officer, policeman, policewoman, postman, potter, priest, producer, product manager,
    professor, programmer, project manager, proofreader, psychiatrist, psychologist, publisher, radiographer, realtor,
    receptionist, recruiter, researcher, roofer, sailor, salesman, saleswoman, sales assistant, salesperson, scientist, sculptor,
    seamstress, secretary, security guard, shepherd, shop assistant, social worker, software developer, software engineer,
    soldier, solicitor, sommelier, sound engineer, statistician, stonemason, surgeon, surveyor, tailor, tattoo artist, tax adviser,
    taxi driver, teacher, teaching assistant, technician, test engineer, therapist, tiler, tour guide, train driver, trainer,
    translator, truck driver, tutor, typist, upholsterer, urban planner, user researcher, vet, veterinarian, video editor, waiter,
    waitress, warehouse worker, watchmaker, web designer, web developer, welder, writer, yoga teacher, zookeeper, zoologist,
    stay-at-home mum, stay-at-home mom, stay-at-home dad, stay-at-home parent, housewife, househusband, homemaker, apprentice,
    student, PhD student, postdoc, trainee, intern, pensioner, street musician, beekeeper, winemaker, brewer, bus conductor, violinist, pianist, cellist, guitarist, drummer, singer, opera singer, songwriter, comedian, columnist, reporter, dental hygienist, hygienist,
    zoologist, botanist, marine biologist, geneticist, oncologist, cardiologist, dermatologist, radiologist, anthropologist, sociologist, linguist, philosopher,
    firewoman, fireman, paramedic, ambulance driver, flight attendant, air traffic controller, cabin crew, stewardess, steward, footballer, athlete, referee,
    civil servant, politician, diplomat, mayor, headteacher, head teacher, principal, primary school teacher, kindergarten teacher, nursery teacher, childminder,
    au pair, dog walker, dog trainer, groomer, farmhand, fishmonger, greengrocer, grocer, shopkeeper, blacksmith, cobbler, shoemaker, furniture maker, cabinet maker,
    luthier, violin maker, watch repairer, piano tuner, sound technician, stage manager, set designer, make-up artist, makeup artist, stylist, fashion designer,
    interior designer, landscape architect, game developer, game designer, data analyst, data engineer, sysadmin, system administrator, network engineer,
    civil engineer, mechanical engineer, electrical engineer, chemical engineer, bus mechanic, car mechanic, bike mechanic, delivery driver, lorry driver, tram driver,
    call centre agent, sales rep, sales representative, sales manager, account manager, HR manager, office manager, store manager, restaurant manager, team leader,
    personal trainer, fitness trainer, massage therapist, speech therapist, occupational therapist, osteopath, chiropractor, acupuncturist, doula, hospice nurse, ICU nurse,
    crane operator, machine operator, camera operator, forklift driver, dispatcher, postwoman, mail carrier, letter carrier, train conductor, cab driver, call centre worker,
    factory worker, construction worker, farm worker, hotel manager, kitchen porter, sous chef, head chef, pastry chef, line cook, dishwasher, night porter, concierge,
    support worker, key worker, case worker, health visitor, community nurse, school nurse, night nurse, dental nurse, veterinary nurse, vet nurse, pharmacy technician,
    lab assistant, research assistant, PhD researcher, copy editor, subeditor, content writer, content creator, translator, ux designer, product designer, software tester, QA engineer,
    data protection officer, insurance broker, stockbroker, trader, tax advisor, financial advisor, underwriter, quantity surveyor, town planner, glazier, scaffolder, decorator,
    gamekeeper, shepherdess, stable hand, jockey, groom, tree surgeon, arborist, sign painter, glassblower, bookbinder, printer, weaver, care worker, youth worker, probation officer, prison officer, customs officer, park ranger, ranger, marine, captain, ship's captain, deckhand, tram conductor
    """
)

CONDITIONS = one_of(
    """
    ADHD, ADD, AIDS, anaemia, anemia, angina, anorexia, anxiety, an anxiety disorder, arrhythmia, arthritis, Asperger's, asthma, autism,
    bipolar disorder, bipolar, BPD, bulimia, cancer, breast cancer, skin cancer, lung cancer, bowel cancer, prostate cancer, celiac
    disease, coeliac disease, cerebral palsy, chronic fatigue, chronic fatigue syndrome, chronic pain, chronic migraines, chronic
    back pain, COPD, Crohn's, Crohn's disease, cystic fibrosis, dementia, Alzheimer's, depression, clinical depression, postnatal
    depression, dermatitis, diabetes, type 1 diabetes, type 2 diabetes, type one diabetes, type two diabetes, dyscalculia, dyslexia,
    dyspraxia, eczema, EDS, emphysema, endometriosis, epilepsy, fibromyalgia, gastritis, glaucoma, gout, haemophilia, hay fever, heart
    disease, a heart condition, heart failure, hepatitis, hepatitis B, hepatitis C, hernia, a hernia, herniated disc, a herniated
    disc, high blood pressure, HIV, hypertension, hyperthyroidism, hypothyroidism, Hashimoto's, IBS, insomnia, chronic insomnia,
    kidney disease, kidney stones, leukaemia, leukemia, long covid, Lyme disease, lupus, lymphoma, ME, Meniere's disease, migraines,
    MS, multiple sclerosis, narcolepsy, OCD, osteoarthritis, osteoporosis, panic attacks, panic disorder, Parkinson's, Parkinson's
    disease, PCOS, a pacemaker, PMDD, POTS, psoriasis, PTSD, Raynaud's, restless legs, rheumatism, rheumatoid arthritis, rosacea,
    sarcoidosis, schizophrenia, sciatica, scoliosis, seasonal depression, sickle cell disease, sleep apnoea, sleep apnea, social
    anxiety, spina bifida, tinnitus, Tourette's, tuberculosis, ulcerative colitis, vertigo, vitiligo, a brain tumour, a brain tumor,
    an eating disorder, a thyroid condition, thyroid problems, a heart murmur, a prosthetic leg, a hearing aid, hearing aids, a stoma
    """
)
FAITHS = one_of(
    """
    Christian, Catholic, Roman Catholic, Protestant, Lutheran, Anglican, Baptist, Methodist, Orthodox, Muslim, Sunni, Shia, Jewish,
    Jew, Hindu, Buddhist, Sikh, Jain, Quaker, Mormon, Jehovah's Witness, Pagan, Wiccan, Taoist, Baha'i, atheist, agnostic, humanist
    """
)
POLITICS = one_of(
    """
    socialist, communist, conservative, liberal, libertarian, anarchist, feminist, social democrat, marxist, republican, democrat,
    monarchist, pacifist
    """
)
LANGUAGES = one_of(
    """
    English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Norwegian, Danish, Finnish, Icelandic, Polish, Czech,
    Slovak, Hungarian, Romanian, Bulgarian, Serbian, Croatian, Bosnian, Slovenian, Greek, Turkish, Arabic, Hebrew, Persian, Farsi,
    Hindi, Urdu, Bengali, Punjabi, Tamil, Telugu, Marathi, Gujarati, Malayalam, Thai, Vietnamese, Indonesian, Malay, Tagalog,
    Filipino, Chinese, Mandarin, Cantonese, Japanese, Korean, Russian, Ukrainian, Belarusian, Lithuanian, Latvian, Estonian, Irish,
    Welsh, Scottish Gaelic, Gaelic, Basque, Catalan, Galician, Breton, Swahili, Amharic, Yoruba, Igbo, Hausa, Zulu, Xhosa,
    Afrikaans, Somali, Nepali, Sinhala, Khmer, Lao, Burmese, Mongolian, Georgian, Armenian, Azerbaijani, Kazakh, Uzbek, Kurdish,
    Pashto, Albanian, Macedonian, Maltese, Luxembourgish, Esperanto, Latin, Yiddish, sign language, British Sign Language, American
    Sign Language, Quechua, Guarani, Maori
    """
)
COUNTRIES = one_of(
    """
    Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh, Belarus,
    Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Brunei, Bulgaria, Burundi, Cambodia, Cameroon, Canada, Chad,
    Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czechia, the Czech Republic, Denmark, Ecuador, Egypt, El
    Salvador, England, Eritrea, Estonia, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Greenland,
    Guatemala, Guinea, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Northern Ireland, Israel,
    Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Liberia, Libya,
    Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova, Monaco,
    Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, the Netherlands, Holland, New Zealand, Nicaragua, Niger,
    Nigeria, North Macedonia, Norway, Oman, Pakistan, Palestine, Panama, Paraguay, Peru, the Philippines, Poland, Portugal, Qatar,
    Romania, Russia, Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Singapore, Slovakia, Slovenia, Somalia, South Africa, South
    Korea, Korea, Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tanzania, Thailand, Togo, Tunisia, Turkey, Uganda,
    Ukraine, the UK, the United Kingdom, Great Britain, Britain, the US, the USA, the United States, America, Uruguay, Uzbekistan,
    Venezuela, Vietnam, Wales, Yemen, Zambia, Zimbabwe, Bavaria, Tuscany, Catalonia, Brittany, Normandy, Andalusia, California,
    Texas, Florida, Ontario, Quebec, Provence, Sicily, Europe, Asia, Africa, South America
    """
)
# Those that people may write small; capitalised, any name passes for a place where one is expected.
_TOWNS = one_of(
    """
    London, Paris, Berlin, Madrid, Lisbon, Porto, Rome, Milan, Vienna, Zurich, Geneva, Basel, Bern, Hamburg, Munich, Cologne, Frankfurt,
    Leipzig, Dresden, Stuttgart, Lyon, Marseille, Bordeaux, Toulouse, Nice, Lille, Nantes, Brussels, Antwerp, Ghent, Amsterdam,
    Rotterdam, Utrecht, The Hague, Copenhagen, Stockholm, Gothenburg, Oslo, Bergen, Helsinki, Tallinn, Riga, Vilnius, Warsaw, Krakow,
    Gdansk, Prague, Brno, Budapest, Bratislava, Ljubljana, Zagreb, Belgrade, Sarajevo, Bucharest, Sofia, Athens, Thessaloniki,
    Istanbul, Ankara, Kyiv, Lviv, Moscow, Dublin, Cork, Galway, Belfast, Edinburgh, Glasgow, Cardiff, Manchester, Liverpool, Leeds,
    Bristol, Birmingham, Oxford, Cambridge, Brighton, Bath, York, Barcelona, Valencia, Seville, Bilbao, Naples, Florence, Venice,
    Turin, Bologna, Coimbra, Faro, New York, Los Angeles, San Francisco, Chicago, Boston, Seattle, Portland, Austin, Dallas, Houston,
    Denver, Miami, Atlanta, Philadelphia, Toronto, Montreal, Vancouver, Ottawa, Calgary, Mexico City, Bogota, Lima, Santiago, Buenos
    Aires, Montevideo, Sao Paulo, Rio, Rio de Janeiro, Cairo, Casablanca, Lagos, Nairobi, Accra, Cape Town, Johannesburg, Dubai,
    Tel Aviv, Jerusalem, Beirut, Tehran, Mumbai, Delhi, New Delhi, Bangalore, Chennai, Kolkata, Karachi, Lahore, Dhaka, Bangkok,
    Hanoi, Jakarta, Manila, Kuala Lumpur, Tokyo, Osaka, Kyoto, Seoul, Busan, Beijing, Shanghai, Hong Kong, Taipei, Sydney,
    Melbourne, Brisbane, Perth, Adelaide, Auckland, Wellington
    """
)
PLACES = f"{COUNTRIES}|{_TOWNS}"
# What a person does: with "every day" or "on Sundays" it is a habit.
ACTIVITIES = one_of(
    """
    attend, bake, bike, box, brew, call, camp, cook, climb, clean, coach, commute, crochet, cycle, dance, do, draw, drink, drive, eat,
    exercise, fast, feed, fish, garden, get up, go, have, help out, hike, jog, journal, knit, lift, listen, make, meditate, meet,
    paddle, paint, phone, play, practise, practice, read, ride, ring, row, run, sail, sew, sing, skate, ski, skip, sleep, smoke, stretch,
    stream, surf, swim, take, teach, train, travel, visit, volunteer, wake up, walk, watch, water, weed, work out, work, write,
    wash, iron, shop, nap, babysit, see
    """
)
INSTRUMENTS = one_of(
    """
    piano, guitar, bass, bass guitar, violin, viola, cello, double bass, harp, flute, clarinet, oboe, bassoon, saxophone, sax, trumpet,
    trombone, tuba, French horn, drums, accordion, banjo, ukulele, mandolin, organ, recorder, harmonica, bagpipes, keyboard
    """
)
SPORTS = one_of(
    """
    football, soccer, tennis, table tennis, badminton, squash, basketball, volleyball, beach volleyball, handball, hockey, ice hockey,
    rugby, cricket, golf, chess, baseball, netball, water polo, padel, ultimate frisbee, Dungeons and Dragons, D&D, bridge, poker
    """
)
