"""What a sentence is plainly about where nobody is in danger. There the learned model's word alone has to be a very sure one.

In games, matches and songs a rule's word has to be joined by the model's.
"""

from chat.safety.reading import Reading, Sentence
from chat.safety.wording import AnyOf

_EVERYDAY = AnyOf(r"""
    linux|unix|ubuntu|macos|docker|kubernetes|nginx|git|github|python|java|javascript|typescript|sql|postgres|mysql|redis|cron|ssh|
        bash|regex|segfault|sigterm|sigkill|sigint|localhost|compiler|subprocess|kill 9|port \d+|exit code|stack trace|pull request|
        force push\w*|force with lease|rebase|
        merge conflict|(child|parent|zombie|orphan|background|worker) process(es)?|deadlock|mutex
    shaving|papercut|paper cut|(slicing|peeling|chopping|dicing|grating|carving) (a |an |the |some |my )?(bread|onions?|carrots?|
        potato(es)?|apples?|vegetables|veg|cheese|meat|pumpkins?|avocados?|tomato(es)?|chicken|turkey)|rose ?bush|thorns?|
        (cat|dog) (scratch|scratched|bite|bit)|(on|from|with) (a|the) (tin|can) (lid|opener)|on a (tin|can|nail|fence)
    touch\w* my (keyboard|mouse|desk|screen|laptop|stapler|lunch|thermostat|things|stuff|plants?|food|car)|
        (passed away|died|slipped away) (\w+ )?in (his|her|their) sleep
    forced (open )?the (lock|door|window|drawer|lid)|hit me up (for|about|on|later)|chok\w+ on (a|an|my|his|her|the) (\w+ )?(coffee|tea|water|drink|crisp|bone|popcorn|food|sip)|
        (lock|door|key) .. (stuck|jammed|broke)|(laughed|laughing|bored|worked|worried|scared) (myself|me|us|himself|herself) to death
    the (movie|film|novel|series|documentary) (shows|follows|tells|is about|features)
    cross my heart|(dead|lost) to the world|to die for|drop dead gorgeous
""")
# Of these a blow, a death or a scream is part: narrow, as every exception for what is told is. Where teams and coaches stand children
# are hurt, too.
_PLAYED = AnyOf(r"""
    respawn\w*|headshots?|hitpoints?|hit points|npcs?|zombies?|orcs?|goblins?|trolls?|dungeon master|boss (fight|battle)|level \d+|save (file|point)|(my|the|our) (healer|rogue|paladin|necromancer)|
        skyrim|zelda|tetris|catan|monopoly|scrabble|tekken|mario kart|
        (at|playing|in) (chess|poker|darts|table tennis|ping pong|badminton|snooker|tennis|squash|cards)|pillow fight|snowballs?|full house
    (one|two|three|four|five|six|seven|eight|nine|ten|\d+) nil|nil nil|penalty shoot ?out|(world|european|national|county) champion(s|ship)?|(semi|quarter) ?finals?
    lyrics?|karaoke|the chorus|jump scares?|baby one more time|(in|from) the (musical|opera|sitcom|trailer)|captchas?|proverb|as the saying goes
""")


def is_played(sentence: Sentence) -> bool:
    """Whether it happens in a game, a match or a song."""
    return _PLAYED.is_in(*sentence)


def is_everyday_in(text: Reading) -> bool:
    return _EVERYDAY.is_somewhere_in(text)
