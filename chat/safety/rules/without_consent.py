"""Plays and stories that are asked for in which somebody's no doesn't count, said without sexual words.

``violence.py`` has the plain words for it. What somebody tells of themselves is a disclosure and comes first.
"""

from chat.safety.verdict import Label
from chat.safety.wording import STRONG, Rule

_LABEL = Label.NONCONSENSUAL
# Whom it is done to, and who does it.
_PERSON = (
    r"(me|her|him|you|them|someone|somebody|(a|an|the|his|my|this|that|another|your) (\S+ )?(woman|women|man|girl|wife|husband|girlfriend|boyfriend|lady|maid|servant|prisoner|captive|princess|prince|queen|bride|widow|stranger|"
    r"neighbour|neighbor|secretary|student|slave|nurse|guy|partner|roommate|coworker|colleague|heroine|hero|victim|date|ex|employee|hostage|elf|witch|priestess|traveller|hitchhiker|waitress|actress|model|friend|character|person))"
)
_WHO = (
    r"(i|im|she|shes|he|hes|they|you|youre|me|her|him|(a|the|his|my|your|one|this) (\S+ )?(woman|man|girl|wife|husband|girlfriend|boyfriend|lady|maid|servant|prisoner|captive|princess|prince|queen|bride|widow|stranger|partner|"
    r"character|victim|hostage|slave|heroine|person|guy|other|lover))"
)
NOT_ABOUT_IT = r"""
    survivors?|statistics|law|laws|legal|illegal|prevent|prevention|awareness|support|charity|court|police|report|reporting|article|essay|research|trial|hotline|helpline|therapy|therapist|trauma|convicted|
        definition|meaning of|training|policy|documentary|statement|letter|diary|journal|lawyer|hr|memoir|complaint|testimony|news
    cookies?|gdpr|data|forms?|privacy|newsletter|terms|contract|surgery|photos? release|parental|informed consent|medical|research|
        customers?|salesman|salesperson|sales|seller|buyer|interview|negotiat\w*|debate|debates|bargain\w*|haggl\w*|price|budget|proposal|convince|persuad\w*|offer|job|promotion|raise|refund|subscription
    chess|rook|bishop|pawn|goal|match|football|tennis|boxing|wrestling|team|army|troops|siege|war|battle|city|castle|village|kingdom|empire|rebels?|government|regime|tax(es)?|election|strike|arrest|
        confess|map|treasure|money|password|homework|vegetables|broccoli|cake|dessert|diet|gym|workout|training|coach|study|studying|smok\w*|cigarettes?|quit|exercise|vaccine|medicine|dragon|robot|computer|app|update
    dogs?|cats?|horses?|pets?|sleeping beauty|snow white|temptation|cancer|disease|invite|invitation|throne|crown|magic ring|consensual\w*|consented|enthusiastic\w*
    how (do|can|should) i (say|tell|stop|get|report)|what (should|can) i do|did nothing wrong|was it my fault|i was (raped|assaulted|forced)
"""
# Of each: a story or a play, and what happens in it.
RULES = (
    Rule("nonconsensual.force", _LABEL, STRONG, rf"""
        <frame> ... {{forces|forced|force|forcing|coerces|coerced|pressures|pressured}} {_PERSON}( and (doesnt|does not|dont|he|she|you|wont|keeps?|continues?|ignores?)| anyway| against| without| even| although| despite|
            though| in (the )?(bed|dark|alley|car|office|bedroom|hotel)| into (bed|sex|it|submission|having|sleeping|marriage|intimacy|something)| to (do it|have|sleep|kiss|undress|submit|obey|please|serve|give in|give|strip|be with|touch|let|accept|do things|do what\S*|
            spend|lie|bed|get|love|satisfy|surrender|stay the night|marry|endure|take it)|$)
        {{force|forces|forcing|forced}} (yourself|himself|herself|themselves|itself|myself) (on|upon|onto) (?!to )\S+
        (take|takes|took|taking|taken|have|has|use|uses|used|using|kiss|kisses|claim|claims|bed|beds|grab|grabs|undress|undresses|touch|touches|ravish|ravishes|do|does) ({_PERSON}|it|this) .. (by |with |without |against (my |her |his |their |your )?|although |though |even )?{{force|will|
            asking|permission|consent|forcibly|forcefully|unasked|wishes|approval|agreement|say so}}
        <frame> ... {{taken|used|kissed|touched|had|held|undressed|bedded|claimed|ravished|violated}} (by force|against (my|her|his|their) (will|wishes)|without (consent|permission|asking|being asked|(her|his|my|their) (consent|permission|agreement)))
        <frame> ... (uses?|takes?|has|have|having|kiss\w*|touch\w*|undress\w*|keeps?|seduc\w*|does|do|makes?|sleeps?|beds?|ties?|binds?|claims?|forc\w*|used|took|happens?|sex|intimate|goes|going|romance|it) ... against (her|his|my|their|your|the \S+) {{will|wishes|wish|consent}}
        (i want|i wanna|id love|id like|i need|i like|i fantasi[sz]e|want you|wanna|make me feel like im|i love|fantasy|imagine|roleplay|pretend|play) .. (being |to be |getting |be |im |im being )*{{forced|overpowered|ravished|violated|coerced|taken by force|taken against}}(?! (to (work|pay|move|study|quit|leave|choose|attend|go|wear|eat|retire|learn|use|resign|give up)|by (the )?(storm|weather)|labou?r|error))
        {{force|overpower|ravish|violate}} me( and| until| even| down| against| anyway| tonight| please| now| in (bed|the)| although| to (have|kiss|submit|undress|obey|please|strip|sleep with|do it|give in|take it|be yours)|$)
        (you|he|she|they|who|man|guy|boss|stranger|guard|captor|and) .. {{overpower|overpowers|overpowering|overpowered}} (me|her|a woman|the woman|the girl|his (wife|victim|date|captive|prisoner|secretary))
        <frame> ... {{blackmail|blackmails|blackmailed|blackmailing|coerce|coerces|coerced|coercing|threatens|threatening|manipulates|tricks|extorts}} {_PERSON} .. (into|to|for|with) ... (bed|sex|sleep\w*|undress\w*|strip|submi\w*|obey\w*|kiss\w*|night|please|pleasing|favou?rs|do(ing)? (it|things|whatever|what)|
            it|being (his|hers)|relationship|affair|intimacy|having|spending|herself|himself)
        <frame> ... {{unwanted|forced|coerced|forceful|involuntary}} (kiss|kisses|touch|touching|advances|intimacy|affection|submission|encounter|sex|seduction|relations|night)
    """, NOT_ABOUT_IT),
    Rule("nonconsensual.no_consent", _LABEL, STRONG, r"""
        <frame> ... (dont|doesnt|didnt|do not|does not|did not|never|cant|wont|havent|hasnt|not|without|no|ignoring|ignores|ignore|lack of|lacking|isnt|is no|violates|nobody|anyone|zero|any|mutual|absent) .. {consent|consents|consenting|consented|consensual}
        {consent} (doesnt|does not|isnt|is not|is never|never|wont|is) .. {matter|exist|needed|required|important|given|a thing|necessary|optional|irrelevant|ignored|missing|asked|absent|meaningless}
        {nonconsent|non consent|nonconsenting|unconsensual|unconsenting|non consensual|nonconsensual|noncon|non consenting|not consensual|isnt consensual} (scene|story|roleplay|rp|themes?|content|play|fic|plot|sex|please|scenario|elements?|encounter)?
        (scene|story|roleplay|rp|scenario|fic|sex|fantasy|game|play|act) .. (that |which )?(is|isnt|is not|not|with) .. {consensual|consent|nonconsensual|unconsensual} ?(please|from (her|him|my side))?
        <frame> ... (dont|doesnt|didnt|do not|does not|did not|never|not) (really |actually |even )?{want|agree|wish} (it|this|that|to|any of it|sex|him to|her to|you to) ... (anyway|still|but|force\w*|regardless|take|takes|makes?|continue\w*|does it|do it|goes on|go on|you|he does|doesnt care|ignore\w*)
        <frame> ... (i|she|he) {refuse|refuses|refused|reject|rejects|rejected|decline|declines|deny|denies} ... (anyway|continue\w*|force\w*|take|takes|you do|he does|she does|makes?|insists?|go on|goes on|keep|keeps|regardless|ignore\w*|wont accept|doesnt accept|dont accept|doesnt care|dont care|overpower\w*|stronger|but you|
            but he|but she|no choice)
        <frame> ... {unwilling|unwillingly|reluctant|reluctantly|nonconsenting|unconsenting|resisting|struggling|protesting} (woman|man|girl|wife|partner|lover|bride|captive|prisoner|slave|victim|participant|maid|servant|lady|submissive|sex|love|kiss)
        <frame> ... (i|im|she|shes|he|hes|who|her|is|are|am|woman|man|girl|wife|partner|bride|me|being) .. {unwilling|unwillingly|reluctant|nonconsenting} ... (continue\w*|stop|stops|anyway|force\w*|go on|goes on|take|takes|use|uses|kiss\w*|bed|persist\w*|insist\w*|submit|but|makes?|ignore\w*|still|you|him)
    """, NOT_ABOUT_IT),
    Rule("nonconsensual.no_is_ignored", _LABEL, STRONG, r"""
        <frame> ... (say|says|said|saying|tell|tells|telling|beg|begs|begging|cry|cries|crying|scream|screams|screaming|plead|pleads|pleading|whisper|whispers|shout|shouts|ask|asks|shakes|means|repeat|repeats) .. {no|stop|dont|not to|enough|head|mercy|let go|let her go|leave her alone} ... (go on|goes on|going|keep|keeps|
            keep going|continue|continues|continuing|anyway|ignore|ignores|ignoring|dont stop|doesnt stop|does not stop|do not stop|not stop|never stops|dont care|doesnt care|dont listen|doesnt listen|not listen|wont stop|does it|do it|did it|carry on|carries on|insist|insists|proceed|proceeds|without stopping|
            force|forces|take|takes|refuse to stop|refuses to stop|no attention|too late|even so|regardless|persist|persists|overpower|overpowers|doesnt accept|dont accept|wont accept|dont let|doesnt let|get what|gets what|have your way|has his way|his way|push|pushes|still do|still does|makes her|make me|respect)
        <frame> ... (dont|doesnt|never|wont|do not|does not|not|without|refuses? to|refusing to|keep|keeps|continue|continues|go on|goes on|carries on|carry on|do it|does it|takes?|kiss\w*|use|uses|touch\w*|force\w*|makes?) ... (when|if|although|even if|even when|even though|while|though|as|despite|no matter how \S+) (i|she|he|they|her|his|my|him|me|the \S+) .. {no|
            stop|beg|begs|begging|cry|cries|crying|refuse|refuses|refusing|scream|screams|screaming|protest|protests|protesting|resist|resists|resisting|plead|pleads|pleas|pleading|object|objects|objections|struggle|struggles|struggling|unwilling|rejects|fights back|dont want|doesnt want|not want|tears}
        (dont|do not|never|wont) {stop} .. (when|if|even if|even when|even though|although|no matter (how much|if)) i .. (say|tell|beg|cry|scream|ask|plead|want|resist|struggle|protest|refuse) .. (no|you|stop|to|it|$)
        (make|take|kiss|touch|use|do|have|go on|continue|keep going|hold) .. (me|it|on|your way|going|down)? ?(even if|even when|even though|although|no matter (how much|if|that)) i .. {no|stop|refuse|resist|beg|dont want|protest|cry|struggle|scream|object|fight|say no}
        <frame> ... (ignore|ignores|ignoring|ignored|disregard|disregards|disregarding|overrides|dismisses|laughs at|laugh at|not respect|doesnt respect|dont respect|not accept|doesnt accept|dont accept|wont accept|doesnt listen to|dont listen to|not listen to|deaf to|no attention to|care about|cares about|override|break|breaks|push past|pushes past|crosses|cross) (my|her|his|their|the|all|every|
            any|your) (\S+ )?{no|stop|nos|refusal|refusals|protest|protests|objections|pleas|safeword|limits|boundaries|wishes|resistance|rejection|begging|cries|words|tears|consent|will}
        (does not|doesnt|wont|never|will not|not|cant|refuses to) (take|takes|accept|accepts|hear|understand) (a )?{no} (for an answer)? .. (bed|sex|kiss\w*|woman|women|man|girl|lover|night|seduc\w*|wife|husband|intimate|from (her|him|me)|lust\w*|date)
        <frame> ... (i|she|he|her|him|woman|girl|man|wife|captive|prisoner|who|they|me) (just |really |never |try to |tries to |trying to |desperately |weakly |always )*{resist|resists|struggle|struggles|protest|protests|refuse|refuses|fight back|fights back|object|objects|push you away|pushes him away|pulls away|try to leave|tries to leave|tries to escape|try to escape} ... (doesnt stop|does not stop|dont stop|wont stop|continues?|goes on|go on|keeps|keep|stronger|anyway|takes?|overpower\w*|forces?|ignores?|insists?|gives? in|no matter|regardless|does it|do it|makes (her|me|him)|kisses|doesnt care|dont care|sex|bed|pin|pins|holds|hold|no choice|useless|in vain|his way|your way)
        <frame> ... (i|im|she|shes|he|hes|they|woman|girl|who|captive|me|her) .. (cant|cannot|can not|not allowed to|unable to|no right to|no way to|powerless to|helpless to|too weak to|forbidden to|never|must not|isnt allowed to|am not allowed to|nobody can|not able to|may not) .. {say no|refuse|resist you|resist him|stop you|stop him|stop it|object|fight back|fight you|fight him|disobey}(?! (the|a|an|any|this|that|his|her|my) (?!master|king|lord|boss|husband|captor))
        (you|he|she|they|who) ... i {have no choice|have no say|get no choice|get no say}
        <frame> ... (has|have|gets|get|given|giving|leaves|with|leave|gives) (her |me |him )?no {choice|say|way out} (in it|in the matter|but to (submit|obey|give in|please|let|sleep|undress|kiss|accept)|about (it|what))
        <frame> ... (take|takes|do|does|use|uses|kiss|kisses|have|has|touch|touches|undress|make|makes|bed|beds|go|goes) .. (me|her|him|it|on) .. {whether} (i|she|he|they|id) (want|wants|wanted|like|likes|agree|agrees|consent|consents) .. or not
        <frame> ... (whether|if) (i|she|he) {like|want|likes|wants} (it|to|this) or not .. (take|takes|me|you|he|kiss\w*|bed)
    """, NOT_ABOUT_IT),
    Rule("nonconsensual.helpless", _LABEL, STRONG, r"""
        <frame> ... {kidnapper|kidnapped|kidnaps|captor|captive|prisoner|hostage|slave|abductor|abducted|abducts|imprisoned|imprisons|chained|captures|captured|held captive|tied up} ... (do (what|whatever|anything|as|things)|does (what|whatever|as|things)|use|uses|using|have (your|his|her) way|has (his|her) way|makes (her|me|him) (his|your|hers|
            do|submit|obey|please|kiss)|without|against|unwilling|forces?|forced|no say|touch\w*|bed|submits?|kiss\w*|pleasures?|be mine|his own|(his|your|her|their) mercy|his needs|satisfy|sex|undress\w*|desires?|enjoy\w*)
        <frame> ... (has|have|having|had|get|gets|getting) (his|her|your|their) {way} with (her|him|me|you|them|a|the|his)
        (have|get) your {way} with me .. (even|whether|no matter|against|although|while|i resist|i struggle|i beg)
        <frame> ... {asleep|sleeping|sleeps|unconscious|drugged|drugs|drunk|passed out|hypnotised|hypnotized|hypnosis|hypnotise|hypnotize|paralysed|paralyzed|sedated|spikes|spiked|intoxicated|wasted|roofied|mind controlled|mind control|love potion|potion|blacked out|knocked out|fainted|faints|sedates} ... (do it|does it|anyway|uses? (it|her|me|him|this|
            that)|using (it|her|me|him)|takes? advantage|taken advantage|taking advantage|takes? (me|her|him)|has (her|him)|have (me|her|him)|have your way|has his way|without|touch\w*|undress\w*|bed|sex|kiss\w*|sleeps? with|sleeping with|obey\w*|submits?|cant resist|helpless|what (he|you) (want|wants|like|likes)|exploits?|continue\w*|unaware|go on|goes on|start|starts)
        (kiss|touch|undress|use|take|have|do it|start|go on) .. (to |with |on )?(me|it|her) .. (while|when|although) (im|i am|shes|she is) .. {asleep|sleeping|unconscious|drunk|drugged|passed out|sedated}
        <frame> ... (takes|take|taking|took|taken) {advantage} of (her|him|me|a (\S+ )?(woman|girl|man|stranger)|the (\S+ )?(woman|girl|man)|his (\S+ )?(date|victim|secretary|prisoner|wife|captive)|someone|their) .. (drunk|asleep|sleep\w*|unwilling|helpless|vulnerable|unconscious|without|against|weak|state|position|no|anyway)?
        (do|does) {what|whatever|anything|as} (you|he|they|she) (want|wants|like|likes|please|pleases|wish|wishes) (with|to) (me|her|him|the (girl|woman|man|prisoner|captive)) .. (even|whether|no matter|against|although|while|resist\w*|kidnap\w*|captive|prisoner|tied|unwilling)
        <frame> ... {stalker|intruder|burglar|predator|assailant|attacker|rapist|molester} ... (and (me|i|you|do|does)|breaks? in|my (room|bed|house)|her (room|bed|house)|takes? (me|her)|have|has|his way|forces?|use|uses|bed|undress\w*|kiss\w*|touch\w*|victim)
    """, NOT_ABOUT_IT + r"""
        crime novel|mystery|thriller plot|detective|investigat\w*|home alone|burglary|insurance
    """),
)  # fmt: skip
