"""Everyday words that no rule has. Beside those of the rules they tell where a word ends whose letters stand apart."""

from chat.safety.parts import word_set

_CONTRACTIONS = word_set(
    "im ive ill id youre youve youll youd hes shes theyre theyve theyll theyd were weve well wed its thats theres "
    "heres whats whos wheres hows lets isnt arent wasnt werent dont doesnt didnt wont wouldnt cant couldnt shouldnt "
    "havent hasnt hadnt aint mustnt mightnt neednt whens itll thatll itd hed shed wheres yall"
)
COMMON_WORDS = _CONTRACTIONS | word_set(
    """
ability absolute academic access according achieve achieved action actions active activities activity actor actual add
added addition additional adjusted administration adopted advance advanced advertising affect afford africa agent aid aint
airlines airport alarm alerts algebra allegedly allergy alliance allowing alpha alternative ambitious american americans
among amount amounts ancestors ancient angered animal animals annual answer answered ant anyways apparently appear
appearance appeared apple application applied appreciate approach approved apps april aquired areas argue arguing argument
arguments armed arrangement arrive arrived articles artist asian asset associated assumed atmosphere attended audience
august author auto autumn available average avoid aware backed background bag bags baker balance banana band bandage bank
bankrupt base based basics basketball batteries battle battlefield bear bearer bee beef begins behalf behavioral belief
bell bellies betrayal bible bigger biggest billion billionaires biography biology bird birds black blogs blown blue blunt
bond bookmark borders borrow borrowed bottle bow bowl box brake branch brand brave bread bridge bright british broadcast
brown bud build builder builds built bus business businesses bust busy butter button calendar camera campaign canadian
cancel capital careful carefully carpet carrot carrots carry cases cash catch caught cave caves ceiling centre century
chair challenge challenging changes chaos chapter charged charges chase cheap cheer cheerios cheese cheeseburger chemical
chemistry chicken china chip choose chose circumstances claiming classes clean clear clearly clever click cliffs climb
climbing clinic closed closest closing cloud clouds clubs code coffee coherent coin collect color colour combat
commemorate comment commitment common communicate communication communism community como compared compelling complain
complete completed computer concert conditions confirm conflict connect considerations contains continue contract contrary
converter cook cookies coordinates copies cops copy core corny correct cough count countries courtesy cow craft crew
cricket criminals cross crowds crumbling cry cultural culture cup curious current curse curtain customer customers cycle
cycling data datetime dec decade decades deceit december decide deciding declined deep defended definition delay
democratic dentist depends deposit describe described describing description desert design designed destined destroy
detailed development devout dial dice dictator dictionary dies difficult direct direction directly dirty disagree
disappear disappearing disciples discipline disclaimer disconnect discover discuss discussion discussions dish dishonesty
distinct distinction district divide divorced doctor document documentary dogged dollars dominant dragons draw drive
driver drivers drop drum drums duck due dysfunction early earn earned easily east eastern easy economic edit edited editor
effect effects efficient egg eggs eighty either elbow elected election element email empire employment empty enclosure
encourage encouraged endangered endeavor engage engine england enjoy enter entirely envelope environment environmental
episode equal erase especially essential etc europe european euros event eventually evolution exact excellent excited
exciting exclude executed executing expected expensive expiration expire explain explained explanation explore express
expressed extremely faces facing factors factory facts fail false familiar families famous fan fans far farm farmer
fascist fasten favorite favourite feature features february federal fee fees female females fence festival fetch fever
field fifty file filed files fill financial finish fires firm fish fishing fix flat flatmates flight flip float floor
florida flour flow fly fold folder folks follow football forest forged forgive forgotten fork formed formerly fort forth
forty fox fraction frames fraudulent freeze frequently friday fridge friendly friendship frozen fuel full fully fun funded
garage garden garlic gate gather gathering gear gender generic genre geography geometry germans glass global glory goal
goals gods gold golden goose government governments graduate grammar grandparents graphics grass gray greatest green grey
groups grow guess guitar haircut hairy hampshire handle happen happiest happiness hard harshly hat haunt headache headed
heads heal healing health healthy heavy hebrew heres heretofore hide higher highest highly hilarious hill history hobbies
holy honest honestly honesty horror horse hospital hotel houses however human humans hundred hurry hybrid imaging
immediately immigrants impact impartial implicit importantly imported improve improved include included includes including
incoming inconsistent increase indeed independence industry info information informed ingredients inn insect inspect
installment instance instead instruction insurance interaction interesting interests international internationally
internet invasion investment invite invoice involved iron island issue issues items itll jailed james jan january japanese
jerusalem join jot journey judge juice july jump june justin karate key keyboard keys kingdom kingdoms kings knife knock
known lake lamp land lands laptop large largely larger lasting late latin laugh lawn lawyer lazy leaders leaf learning
leather leaves leftist legal lemon lend length les lesson lessons letter letters liberty library lid lies lifes lifestyle
lifetime lift light likely limited lineup link links lion list listed listen loan local locate located lock log loss loud
low loyalty luck lucky luggage lyrics mail mainly maintain major majority malaysia male males mall manage manageable
managed management manager map march mark market marriages masses material mathematical maths maximum may measure meat
media medical medicine meeting meetings mega melt member members mens mention menu metropolis military milk million
minimum minor minorities missiles mission mistakes mix mode moderate modern moguls monday moon moral morals mostly mount
mountain mouse move movement moving murders museum named narrow nation national nature navy nearest necessarily negative
neighboring neither nerve network new ninety niva nod noon north notebook notice notified notify novels november nowadays
number numbers numerous nurses nutrition nutritional obey objective oblivion occasion occasionally occult occupied occur
occurred occurs ocean october odds offer offers officer officers offices official offset old oldest onion onward open
operation opinion opinions opportunities oppression orange order organisation organization original origins oven overall
owed own pack package pages paint painting paper paragraph parcel park partially particular particularly parties partners
pass passport password pasta patient pay paying payment payments peak pelvis pen pencil peoples pepper percentage
performance performed perhaps period personal perspectives phenomenon photo physics piano pick pig pill pilot pink pissed
plane planet planets plant plate platform play players plugs plumber plus point police policy polite political politicians
politics poll polls poor popular popularly population port portions positive possibility possible postman pot potato pour
power powerful powers practice practise precious prefer pregnancy preliminary prepare presents preserved president
prevention previously price principles printer prior prisoners pro probably problems process processed processes
production professional program programming programs progress progression project promise property protect protecting
protection prove proved provide provided provides providing public publish publishing pull purchases purple pursuing
pursuit push quality query questionnaire quick quiet quote quotes rabbit racial racist radical raise ranch rank ranked
rare rate rates rating ratings ravaged reach read reader readers receipt receive recent recently recommend recommended
record red redeem reduce reduced reference references referring reflect refuse regarding regards regional regular reign
relationships relaxed relevant religious remain remarkable remind reminder remove removing rent rental repair repeat
replace replaced replacement replied replies reply reported reports represent represents republic require rescue
reservation reservations resources responses responsibility restaurant restaurants result resulting results return returns
revealing reviews revolution reward rewards rice rich ride rightly ring rise risk river road roll rollover roof rooms root
rough round route routing row rows rub rude rule ruler rules rumors running russia ruthless sail sailor salary salt san
satisfying saturday scalding schedule scheme schools science screen sea search searing season section sector secure
security seed seek seeks seem seemed select sell selling send sentence separate september serial series serpent serve
server service sessions setting settings seventy sew sexuality shallow sharp sheep sheer shelf shifting shortcut shout
shown shut sibling sic sided sides sign signs silent simple sing singer sink sir situations sixty size sky slow smart
smell smooth socialists socks sofa soft software soldier solve somehow song songs sort soup south southern southwest
spaghetti spanish specialist specific speech speed spell spelling spend spider spill split spoon sports spot spotlight
spread spring squad square stadium stage stairs stamp stand standard starting stated states station statistics status
steakhouse steal stiff stir stitches stock stomach store straight strange stretch strict strictly string strongest study
stupid style subject substance succeed suffer sugar suggest suggested suggestions sunday supply support supported
supporting suppose surgery surprise surprised sustainable sweep swim swimming swing switch swords symptoms syria system
systems tablet tail tank target targeted task tax tea teach tear techniques technology teenage teenagers teh temperature
tendency tennis term terms terrorism test thai thankful theatre theirs theme theories therefore thick thin thirty thousand
thousands thread threads thriller thriving throat throne throw thugs thunder thursday thus ticket tie tiger timer timezone
tiny title todo tomato tomatoes tool topic topics toss total touch tough tour tours trade traditional traffic train trains
transaction transactions transfer translate trash travel traveling travelling treasures treat treated treats tree try
tuesday tunnel turn twenty tycoons type types typos uber ultimate ultimately uncover understand understanding union unique
united units unlike unlock unpopular unravel unstoppable untrue update upgrade upgraded upgrades upvote url usa use user
users usual vacation vaccine valley valuable values various venue versa version via victims vietnam view viewers views
village violently violin visit visited volume vote waiter wall wander war warn warning wars wash waste wasting watch wave
wealth weapons wear weather web webpage website wednesday weigh weird west western whatsoever wheel whens white whoever
whose wide willing willingness wind wink wipe witty wolf wonder wonderful worked workers workout worlds worries wow wrap
write writer wtf yawn yelled yellow young youve zero zionism zombie zones zoo zoom
"""
)
