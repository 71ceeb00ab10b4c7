"""Who and what is loved without being courted: exceptions of the rules on flirting, desire, kisses and love."""

FAMILY = r"""
    mums?|moms?|mummy|mommy|mama|mam|dads?|daddy|papa|mother|father|parents?|grand\w+|gran|nan|nana|granny|sons?|daughters?|kids?|child|children|step(kids?|sons?|daughters?|child|children)|
        toddlers?|newborn|infants?|sisters?|brothers?|sis|bro|nieces?|nephews?|cousins?|aunts?|auntie|uncles?|godson|goddaughter|twins|babies|famil\w+|
        baby (boy|girl|brother|sister)|(my|our) baby (loves?|is|was|sleeps?|likes?|cries|fell|wont|needs?|has|cant|will|woke|smiles?)|(the|our) baby|teddy|dolls?|santa
    snakes?|lizards?|geckos?|tortoises?|turtles?|hens?|sheep|foals?|calf|calves|ferrets?|budgies?|guinea pigs?|dogs?|pupp\w+|doggo|cats?|kitt\w+|horses?|pony|pets?|hamster|rabbit|bunny|parrot|cow|goat|lamb|jesus|pastor|priest|nurse|doctor|physio\w*|
        dentist|vet|hairdresser|teacher|coach|choir|class
"""
# "Madly in love with this bakery": what is no person.
THINGS_LOVED = r"""
    in love with (this|that|these|those|the|our|my new) (?!(\S+ )?(\S+ )?(man|woman|guy|girl|boy|lady|person|one|stranger|boss|friend|mate|coworker|colleague|neighbou?r|barista|teacher|instructor|
        trainer|waiter|waitress|bartender|doctor|nurse|actor|actress|singer|couple|prince|princess|idea of (you|him|her)|way (you|he|she))(?!\S))\w+
"""
# Work, health, goods and the arts.
MATTERS = r"""
    meeting|project|homework|exams?|invoice|report|spreadsheet|code|bug|app|team|office|interview|proofread|grammar|translate|translation|recipe|advice|
        opinion|feedback|help me (with|write|fix|understand|find|decide|choose)|explain (the|how|why|to me|this|what)|email|résumé|resume|cv|budget|tax
    pain|painful|hurts|injury|physio|workout|stretch|squats?|marathon|running|ran|jog|fever|flu|panic|anxiety|medication|surgery|hospital|blood|rash|
        coffee makes|caffeine
    recommend|who (wrote|sang|directed|painted|starred)|what does .. mean( in|$)|meaning of|definition|etymology|lyrics|soundtrack|documentary|museum|novel by|by (jane|taylor|shakespeare)
"""
